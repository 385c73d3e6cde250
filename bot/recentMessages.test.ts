/** Claims about messages kept for a moment: all that was asked for, or nothing. */
import type { MessageRecord } from '../models/records';
import { RecentMessages } from './recentMessages';

const key = { tenantId: 'garage', conversationId: 'one' };

function message(number: number): MessageRecord {
  return { number, author: 'bot', kind: 'text', text: `m${number}`, details: null, createdAt: 0 };
}

function keeping(...numbers: readonly number[]): RecentMessages {
  const recent = new RecentMessages();
  for (const number of numbers) recent.keep(key, [message(number)]);
  return recent;
}

function numbers(found: readonly MessageRecord[] | null): readonly number[] | null {
  return found?.map(({ number }) => number) ?? null;
}

test('what follows a number is told whole', () => {
  const recent = keeping(3, 4, 5);
  expect(numbers(recent.between(key, 3, 5))).toEqual([4, 5]);
  expect(numbers(recent.between(key, 3, 4))).toEqual([4]);
});

test('where one is missing nothing is told', () => {
  const recent = keeping(3, 5);
  expect(recent.between(key, 3, 5)).toBeNull();
  expect(recent.between(key, 4, 6)).toBeNull();
  expect(recent.between({ ...key, conversationId: 'another' }, 4, 5)).toBeNull();
  expect(recent.between({ ...key, tenantId: 'salon' }, 4, 5)).toBeNull();
});

test('the last four of a conversation are kept', () => {
  const recent = keeping(1, 2, 3, 4, 5);
  expect(recent.between(key, 0, 5)).toBeNull();
  expect(numbers(recent.between(key, 1, 5))).toEqual([2, 3, 4, 5]);
});

test('of very many conversations those written to last are kept', () => {
  const recent = keeping(1);
  const other = (index: number) => ({ tenantId: 'garage', conversationId: `c${index}` });
  for (let index = 0; index < 500; index += 1) recent.keep(other(index), [message(1)]);
  expect(recent.between(key, 0, 1)).toBeNull();
  expect(numbers(recent.between(other(0), 0, 1))).toEqual([1]);
});
