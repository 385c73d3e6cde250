/** Claims about the thread: every message once, in the server's order, whatever comes first or twice. */

import type { Activity } from '../directline/activity';
import * as threads from './thread';

const NOW = Date.UTC(2026, 2, 27, 9);

function activity(number: number, text: string, part: Partial<Activity> = {}): Activity {
  const id = `c1|${String(number).padStart(7, '0')}`;
  return { id, type: 'message', text, timestamp: null, mine: false, actions: [], clientId: null, ...part };
}

const take = (thread: threads.Thread, ...activities: readonly Activity[]): threads.Thread =>
  activities.reduce((so, one) => threads.receive(so, one, NOW), thread);

const texts = (thread: threads.Thread): readonly string[] => thread.messages.map((message) => message.text);

describe('the thread', () => {
  test('shows a message once, however often it comes', () => {
    const thread = take(threads.EMPTY_THREAD, activity(1, 'a'), activity(2, 'b'), activity(1, 'a'));
    expect(texts(thread)).toEqual(['a', 'b']);
  });

  test('stands in the order of the numbers, not of arrival', () => {
    expect(texts(take(threads.EMPTY_THREAD, activity(10, 'c'), activity(9, 'b'), activity(2, 'a')))).toEqual([
      'a',
      'b',
      'c',
    ]);
  });

  test('keeps what is unsent last, and its echo takes its place among the others', () => {
    const unsent = threads.compose(take(threads.EMPTY_THREAD, activity(1, 'a')), 'x', 'mine', NOW);
    const busy = take(unsent, activity(3, 'c'));
    expect(texts(busy)).toEqual(['a', 'c', 'mine']);
    const echoed = take(busy, activity(2, 'mine', { mine: true, clientId: 'x' }));
    expect(texts(echoed)).toEqual(['a', 'mine', 'c']);
    expect(echoed.messages[1]).toMatchObject({ key: 'x', delivery: 'sent', mine: true });
  });

  test('an echo without our id, before the answer to our request, is not a second message', () => {
    const unsent = threads.compose(threads.EMPTY_THREAD, 'x', 'mine', NOW);
    const echoed = take(unsent, activity(1, 'mine', { mine: true }));
    expect(texts(threads.acknowledge(echoed, 'x', 'c1|0000001'))).toEqual(['mine']);
  });

  test('a message that the server has shown is not marked as failed any more', () => {
    const sent = threads.acknowledge(
      threads.compose(threads.EMPTY_THREAD, 'x', 'mine', NOW),
      'x',
      'c1|0000001',
    );
    expect(threads.mark(sent, 'x', 'failed').messages[0]?.delivery).toBe('sent');
  });

  test('another conversation follows the old one although its numbers begin anew', () => {
    const old = take(threads.EMPTY_THREAD, activity(7, 'old'));
    const both = take(threads.nextConversation(old), activity(1, 'new', { id: 'c2|0000001' }));
    expect(texts(both)).toEqual(['old', 'new']);
  });

  test('only the newest message, and only of the other side, offers answers', () => {
    const actions = [{ title: 'Yes', value: 'Yes' }];
    const offered = take(threads.EMPTY_THREAD, activity(1, 'Shall I?', { actions }));
    expect(threads.quickReplies(offered)).toEqual(actions);
    expect(threads.quickReplies(threads.compose(offered, 'x', 'Yes', NOW))).toEqual([]);
    expect(threads.quickReplies(take(offered, activity(2, 'Still there?')))).toEqual([]);
  });

  test('writing ends with what was written, not with our own words', () => {
    const writing = take(threads.EMPTY_THREAD, activity(0, '', { type: 'typing' }));
    expect(writing.typing).toBe(true);
    expect(take(writing, activity(1, 'mine', { mine: true })).typing).toBe(true);
    expect(take(writing, activity(1, 'theirs')).typing).toBe(false);
  });

  test('counts as unread what others wrote after the last message seen', () => {
    const thread = take(
      threads.EMPTY_THREAD,
      activity(1, 'a'),
      activity(2, 'me', { mine: true }),
      activity(3, 'b'),
    );
    expect(threads.countUnread(thread, null)).toBe(2);
    expect(threads.countUnread(thread, 'c1|0000001')).toBe(1);
    expect(threads.countUnread(thread, 'c1|0000003')).toBe(0);
  });
});
