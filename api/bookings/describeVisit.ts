/** What the outside is told of the moves of a visit. */
import type { z } from 'zod';
import type { Endpoint } from '../openapi/endpoint';
import { bookingSchema } from './schema';

const booking = { says: 'The booking as it is now.', schema: bookingSchema, headers: ['ETag'] } as const;

/** @param ifMatch the header of every change of a booking */
export function visitEndpoints(ifMatch: z.ZodObject): readonly Endpoint[] {
  const move = (
    name: string,
    operation: string,
    summary: string,
    conflicts: readonly string[] = [],
  ): Endpoint => ({
    method: 'post',
    path: `/api/v1/bookings/{id}/${name}`,
    operation,
    group: 'bookings',
    summary,
    access: 'key',
    headers: ifMatch,
    replies: { 200: booking },
    problems: { 404: ['unknown-booking'], 409: ['wrong-status', ...conflicts], 412: ['changed-meanwhile'] },
  });
  return [
    move('check-in', 'checkIn', 'The customer is there.'),
    move('start', 'startService', 'The work has begun.'),
    move('done', 'finishBooking', 'The visit is over; what is left of its time is free.'),
    move('no-show', 'markNoShow', 'Nobody came: after the start and some minutes of grace.', ['too-early']),
  ];
}
