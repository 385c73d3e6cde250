/** /series: appointments that recur, checked before anything is booked, and booked all or none. */
import { Router } from 'express';
import { bookSeriesFor, checkSeries } from '../../commands';
import { classOf } from '../../commands/keepAsset';
import type { BookSeriesResult, SeriesRefusal } from '../../commands/series/types';
import type { CommandContext } from '../../commands/types';
import { toMajor } from '../../locales/money';
import { Conflict, Unprocessable } from '../../platform/errors';
import type { Business } from '../../scheduling/business';
import type { Reader } from '../bookings/answers';
import { presentBooking } from '../bookings/present';
import { readerOf, sent } from '../bookings/reader';
import { customerOf } from '../bookings/wish';
import { jsonBody } from '../body';
import { once, requiredKey, send, type Answer } from '../idempotency/once';
import { parsed } from '../parse';
import { runFor, type CommandParts } from '../run';
import { keyedTenant, type TenantParts } from '../tenant';
import { presentOccurrence } from './present';
import { checkBody, seriesBody, type CheckBody, type SeriesBody } from './schema';
import { seriesWish } from './wish';

export function seriesRoutes(tenants: TenantParts, parts: CommandParts): Router {
  const router = Router();
  const keyed = keyedTenant(tenants);
  router.post('/series/check', keyed, ...jsonBody, async (request, response) => {
    const body = parsed(checkBody, request.body);
    const reader = readerOf(request, response);
    const answer = await runFor(parts, response, (context) => checked(context, body, reader));
    sent(response, { status: 200, headers: {}, body: answer });
  });
  router.post('/series', keyed, ...jsonBody, async (request, response) => {
    const repeatable = requiredKey('POST /api/v1/series', request, response);
    const body = parsed(seriesBody, request.body);
    const reader = readerOf(request, response);
    const answer = await runFor(parts, response, (context) =>
      once(context, repeatable, () => booked(context, body, reader)),
    );
    send(response, answer);
  });
  return router;
}

async function checked(context: CommandContext, body: CheckBody, { business }: Reader): Promise<object> {
  const { asset, ...wish } = seriesWish(body, business);
  const assetClass = classOf(business, asset);
  const result = await checkSeries(context, { ...wish, ...(assetClass === undefined ? {} : { assetClass }) });
  if (result.kind === 'refused') throw seriesRefused(result.refusal);
  const { conflicts, price } = result;
  const zone = zoneOf(business, wish.branch);
  return {
    occurrences: result.occurrences.map((each) => presentOccurrence(each, business, zone)),
    conflicts,
    price: toMajor(price, business.currency),
    currency: business.currency,
  };
}

async function booked(
  context: CommandContext,
  { customer, ...body }: SeriesBody,
  reader: Reader,
): Promise<Answer> {
  const { business } = reader;
  const wish = seriesWish(body, business);
  const input = { ...wish, customer: customerOf(customer, business) };
  const result = await bookSeriesFor(context, input, context.newId());
  return told(result, reader, zoneOf(business, wish.branch));
}

function told(result: BookSeriesResult, { business, language }: Reader, zone: string): Answer {
  switch (result.kind) {
    case 'booked': {
      const bookings = result.bookings.map((each) => presentBooking(each, business, language));
      return { status: 201, headers: { Vary: 'Accept-Language' }, body: { id: result.seriesId, bookings } };
    }
    case 'conflicts':
      throw new Conflict('slot-taken', 'some of the days cannot be had; nothing was booked', {
        occurrences: result.occurrences.map((each) => presentOccurrence(each, business, zone)),
      });
    case 'refused':
      throw seriesRefused(result.refusal);
  }
}

function seriesRefused({ rule, value }: SeriesRefusal): Unprocessable {
  return new Unprocessable(rule, `${rule}: ${value}`, { value, rule });
}

function zoneOf({ branches }: Business, branch: string): string {
  return (branches.find(({ id }) => id === branch) ?? branches[0])?.zone ?? 'UTC';
}
