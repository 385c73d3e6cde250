/** A web visitor's message and the turn that answered it, over HTTP alone. */
import type { Answer, TestProduct } from '../../../setup/product';
import { textAt } from './caller';

/** Writes to the workshop; the conversation's id. */
export async function talked(product: TestProduct, text: string): Promise<string> {
  const session = await product.post('/api/v1/webchat/token', { tenant: 'garage' });
  const bearer = { authorization: `Bearer ${textAt(session, 'token')}` };
  const opened = await product.post('/v3/directline/conversations', {}, bearer);
  const id = textAt(opened, 'conversationId');
  const activity = { type: 'message', from: { id: 'dl_visitor' }, text };
  const sent = await product.post(`/v3/directline/conversations/${id}/activities`, activity, bearer);
  if (sent.status >= 300) throw new Error(`the message was not taken: ${String(sent.status)}`);
  return id;
}

/** The first turn of a conversation, once it has run. */
export async function firstTurn(product: TestProduct, conversation: string): Promise<Answer> {
  for (const deadline = Date.now() + 10_000; ;) {
    const path = `/api/v1/conversations/${conversation}/turns/1`;
    const answer = await product.get(path, { authorization: 'Bearer demo-garage' });
    if (answer.status === 200 || Date.now() > deadline) return answer;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
