/** Estimates made and answered over the API: what became of it, or the problem that stood in its way. */
import { answerEstimate } from '../../commands/answerEstimate';
import { estimatePrice } from '../../commands/estimatePrice';
import { sendEstimate } from '../../commands/sendEstimate';
import type { CommandContext } from '../../commands/types';
import type { AnswerEstimateResult, EstimateView } from '../../commands/visitTypes';
import { toMajor, toMinor } from '../../locales/money';
import { Conflict, NotFound, Unprocessable } from '../../platform/errors';
import { unknownOrder } from '../orders/answers';
import { parsed } from '../parse';
import { priceBody, workBody, type AnswerBody, type PriceBody, type WorkBody } from './schema';

export type EstimateBody =
  { readonly kind: 'price'; readonly price: PriceBody } | { readonly kind: 'work'; readonly work: WorkBody };

/** Which of the two it is shows by `order`, so that what is wrong is said of the one that was meant. */
export function estimateBodyOf(body: unknown): EstimateBody {
  const isWork = typeof body === 'object' && body !== null && Object.hasOwn(body, 'order');
  return isWork
    ? { kind: 'work', work: parsed(workBody, body) }
    : { kind: 'price', price: parsed(priceBody, body) };
}

export function unknownEstimate(): NotFound {
  return new NotFound('unknown-estimate', 'there is no such estimate');
}

/** @throws Unprocessable `unknown-service`, `invalid`, NotFound `unknown-order`, Conflict `over` */
export function made(context: CommandContext, body: EstimateBody): Promise<EstimateView> {
  return body.kind === 'price' ? priced(context, body.price) : sent(context, body.work);
}

async function priced(
  context: CommandContext,
  { services, class: assetClass }: PriceBody,
): Promise<EstimateView> {
  const whose = { customerId: null, conversationId: null };
  const input = { services, ...whose, ...(assetClass === undefined ? {} : { assetClass }) };
  const result = await estimatePrice(context, input, context.newId());
  if (result.kind === 'estimated') return result.estimate;
  throw new Unprocessable('unknown-service', `unknown-service: ${result.service}`, {
    place: 'services',
    value: result.service,
  });
}

async function sent(context: CommandContext, { order, lines }: WorkBody): Promise<EstimateView> {
  const { currency } = context.business;
  const minor = lines.map(({ title, amount }) => ({ title, amount: toMinor(amount, currency) }));
  const result = await sendEstimate(context, { orderId: order, lines: minor }, context.newId());
  switch (result.kind) {
    case 'sent':
      return result.estimate;
    case 'refused':
      throw new Unprocessable('invalid', `lines: ${result.rule}`, { place: 'lines', rule: result.rule });
    case 'over':
      throw new Conflict('over', 'the visit has ended');
    case 'unknown':
      throw unknownOrder();
  }
}

/** Over the API a refused answer leaves no trace: its program is told, and no customer read anything. */
export function answered(
  context: CommandContext,
  id: string,
  body: AnswerBody,
): Promise<AnswerEstimateResult> {
  const { version, shown, reply } = body;
  const lines = body.lines.map(({ line, approve }) => ({ id: line, approve }));
  const evidence = { reply, ...(shown === undefined ? {} : { shown }) };
  return answerEstimate(context, { estimateId: id, version, lines }, evidence, context.newId());
}

/** @throws NotFound `unknown-estimate`, Conflict `stale-version`, `over`, `settled`, Unprocessable `unknown-line` */
export function answerOf(result: AnswerEstimateResult): EstimateView {
  switch (result.kind) {
    case 'answered':
      return result.estimate;
    case 'stale':
      throw new Conflict(
        'stale-version',
        'a newer version has taken the place of the one that was answered',
        {
          version: result.estimate.version,
          difference: result.difference.map((each) => inMajor(each, result.estimate.currency)),
        },
      );
    case 'unknown-line':
      throw new Unprocessable('unknown-line', `the estimate has no line ${String(result.line)}`, {
        value: result.line,
      });
    case 'settled':
      throw new Conflict('settled', 'what was approved is being worked on', { value: result.line });
    case 'over':
      throw new Conflict('over', 'the visit has ended');
    case 'unknown':
      throw unknownEstimate();
  }
}

function inMajor(
  {
    title,
    before,
    after,
  }: { readonly title: string; readonly before: number | null; readonly after: number | null },
  currency: string,
): object {
  const major = (minor: number | null): number | null => (minor === null ? null : toMajor(minor, currency));
  return { title, before: major(before), after: major(after) };
}
