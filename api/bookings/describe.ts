/** What the outside is told of /bookings. */
import { z } from 'zod';
import { BODY_PROBLEMS, TIME_RULES, type Endpoint } from '../openapi/endpoint';
import { idempotencyKey } from '../idempotency/once';
import { visitEndpoints } from './describeVisit';
import { bookingBody, bookingPage, bookingSchema, bookingsQuery, changeBody } from './schema';

const ifMatch = z.object({
  'If-Match': z
    .string()
    .optional()
    .describe('The ETag you have seen: nothing is changed if it is another one by now.'),
});

const booking = { schema: bookingSchema, headers: ['ETag'] } as const;

export const bookingEndpoints: readonly Endpoint[] = [
  {
    method: 'get',
    path: '/api/v1/bookings',
    operation: 'listBookings',
    group: 'bookings',
    summary: 'Bookings between two days, soonest first, page by page.',
    access: 'key',
    query: bookingsQuery,
    replies: { 200: { says: 'A page.', schema: bookingPage } },
    problems: { 422: ['invalid', 'reversed-range', 'window-too-large', 'gap', 'repeated'] },
  },
  {
    method: 'post',
    path: '/api/v1/bookings',
    operation: 'createBooking',
    group: 'bookings',
    summary: 'Books a time at once, or a hold as it stands.',
    explains:
      'The same key with the same body gets the same answer for a day at least, and books once. A request that was refused may ' +
      'come again, corrected, under its key. A hold that lapsed takes its time again if it is still free.',
    access: 'key',
    headers: z.object({ 'Idempotency-Key': idempotencyKey }),
    body: bookingBody,
    replies: {
      201: {
        says: 'Booked.',
        schema: bookingSchema,
        headers: ['ETag', 'Location', 'Idempotency-Replayed'],
      },
    },
    problems: {
      ...BODY_PROBLEMS,
      400: [...BODY_PROBLEMS[400], 'idempotency-key-required', 'idempotency-key-malformed'],
      404: ['unknown-hold'],
      409: ['slot-taken', 'in-progress', 'over', 'hold-changed'],
      422: [...TIME_RULES, 'idempotency-key-reused'],
    },
  },
  {
    method: 'get',
    path: '/api/v1/bookings/{id}',
    operation: 'readBooking',
    group: 'bookings',
    summary: 'One booking.',
    access: 'key',
    replies: { 200: { says: 'The booking.', ...booking } },
    problems: { 404: ['unknown-booking'] },
  },
  {
    method: 'patch',
    path: '/api/v1/bookings/{id}',
    operation: 'rescheduleBooking',
    group: 'bookings',
    summary: 'Gives a booking another time, person or branch; it keeps its reference.',
    explains: 'If the new time cannot be had the old one stands.',
    access: 'key',
    headers: ifMatch,
    body: changeBody,
    replies: { 200: { says: 'The booking as it is now.', ...booking } },
    problems: {
      ...BODY_PROBLEMS,
      404: ['unknown-booking'],
      409: ['slot-taken', 'over'],
      412: ['changed-meanwhile'],
      422: TIME_RULES,
    },
  },
  {
    method: 'delete',
    path: '/api/v1/bookings/{id}',
    operation: 'cancelBooking',
    group: 'bookings',
    summary: 'Cancels a booking, for the fee that the policy of the business asks now.',
    explains: 'Cancelling what is cancelled already tells the booking as it is.',
    access: 'key',
    headers: ifMatch,
    replies: { 200: { says: 'The cancelled booking, with its fee.', ...booking } },
    problems: { 404: ['unknown-booking'], 409: ['over'], 412: ['changed-meanwhile'] },
  },
  ...visitEndpoints(ifMatch),
];
