/** Real answers of /orders and /estimates, each with the address it is one of. */
import { randomUUID } from 'node:crypto';
import type { Answer, TestProduct } from '../../../setup/product';
import { textAt, type Caller } from './caller';

type Said = [method: string, path: string, answer: Answer];

/** @param product for what a `Caller` cannot do: a PATCH outside of bookings */
export async function ordersAndEstimates(product: TestProduct, garage: Caller): Promise<Said[]> {
  const key = (): Record<string, string> => ({ 'idempotency-key': randomUUID() });
  const booking = textAt(await garage.book({ start: '2026-04-22T10:00' }), 'id');
  const begun = await garage.post('/orders', { booking, promised: '2026-04-22T15:00' }, key());
  const order = textAt(begun, 'id');
  const lines = [{ title: 'Front brakes', amount: 320 }];
  const asked = await garage.post('/estimates', { order, lines }, key());
  const answers = `/estimates/${textAt(asked, 'id')}/answers`;
  const yes = { version: 1, lines: [{ line: 1, approve: true }], reply: 'yes' };
  const change = (body: object): Promise<Answer> =>
    product.send('PATCH', `/api/v1/orders/${order}`, body, { authorization: 'Bearer demo-garage' });
  const [orders, oneOrder] = ['/api/v1/orders', '/api/v1/orders/{id}'];
  const [estimates, oneEstimate] = ['/api/v1/estimates', '/api/v1/estimates/{id}'];
  return [
    ['post', orders, begun],
    ['post', orders, await garage.post('/orders', { booking: 'x' }, key())],
    ['post', orders, await garage.post('/orders', { booking })],
    ['get', orders, await garage.get('/orders')],
    ['get', orders, await garage.get('/orders?limit=0')],
    ['get', oneOrder, await garage.get(`/orders/${order}`)],
    ['get', oneOrder, await garage.get('/orders/x')],
    ['post', estimates, asked],
    ['post', estimates, await garage.post('/estimates', { services: ['brake-check'] }, key())],
    ['post', estimates, await garage.post('/estimates', { services: [] }, key())],
    ['get', estimates, await garage.get('/estimates?kind=work')],
    ['get', oneEstimate, await garage.get(`/estimates/${textAt(asked, 'id')}`)],
    ['get', oneEstimate, await garage.get('/estimates/x')],
    [
      'post',
      `${oneEstimate}/answers`,
      await garage.post(answers, { ...yes, lines: [{ line: 3, approve: true }] }, key()),
    ],
    ['post', `${oneEstimate}/answers`, await garage.post(answers, yes, key())],
    ['patch', oneOrder, await change({ stage: 'ready' })],
    ['patch', oneOrder, await change({ stage: 'received' })],
    ['patch', oneOrder, await change({})],
  ];
}
