/** What became of an order, or the problem that stood in its way. */
import type { BeginOrderResult, OrderView, SetStageResult } from '../../commands/visitTypes';
import { Conflict, NotFound, PreconditionFailed, Unprocessable, type Failure } from '../../platform/errors';
import { etagOf } from '../bookings/version';

export function unknownOrder(): NotFound {
  return new NotFound('unknown-order', 'there is no such order');
}

/** @throws NotFound `unknown-booking`, Conflict `over`, Unprocessable `unknown-stage`, `gap` */
export function begunOrder(result: BeginOrderResult): OrderView {
  switch (result.kind) {
    case 'begun':
      return result.order;
    case 'unknown':
      throw new NotFound('unknown-booking', 'there is no such booking');
    case 'over':
      throw visitOver();
    case 'unknown-stage':
      throw unknownStage(result.stages);
    case 'bad-time':
      throw badTime(result.value);
  }
}

/** @throws NotFound `unknown-order`, Conflict `over` or `stage-backwards`, PreconditionFailed, Unprocessable */
export function stagedOrder(result: SetStageResult): OrderView {
  switch (result.kind) {
    case 'set':
      return result.order;
    case 'unknown':
      throw unknownOrder();
    case 'over':
      throw visitOver();
    case 'backwards':
      throw new Conflict('stage-backwards', 'stages go forward only', { rule: result.order.stage });
    case 'changed':
      throw changedMeanwhile(result.order);
    case 'unknown-stage':
      throw unknownStage(result.stages);
    case 'bad-time':
      throw badTime(result.value);
  }
}

function visitOver(): Failure {
  return new Conflict('over', 'the visit has ended, or never was one');
}

export function changedMeanwhile(order: { readonly version: number }): PreconditionFailed {
  return new PreconditionFailed('changed-meanwhile', 'it is no longer the one you have seen', {
    place: 'If-Match',
    rule: etagOf(order),
  });
}

function unknownStage(stages: readonly string[]): Unprocessable {
  return new Unprocessable('unknown-stage', `a stage is one of ${stages.join(', ')}`, {
    place: 'stage',
    rule: stages.join(', '),
  });
}

function badTime(value: string): Unprocessable {
  return new Unprocessable('gap', 'this local time does not exist', { place: 'promised', value });
}
