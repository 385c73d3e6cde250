/** Claims about reading the wire: what a Direct Line server may send is understood, what it should not is survived. */

import { readActivity, readActivitySet } from './activity';

describe('an activity', () => {
  test('is ours by its role, else by our own id on it, else by the kind of its user id', () => {
    const mine = (part: object): boolean => readActivity({ type: 'message', text: 'x', ...part }).mine;
    expect(mine({ from: { id: 'dl_1', role: 'bot' } })).toBe(false);
    expect(mine({ from: { id: 'x', role: 'user' } })).toBe(true);
    expect(mine({ from: { id: 'x' }, channelData: { clientActivityID: 'abc' } })).toBe(true);
    expect(mine({ from: { id: 'dl_1' } })).toBe(true);
    expect(mine({ from: { id: 'bot' } })).toBe(false);
  });

  test('offers what can be tapped: an answer without a title is none, without a value its title is said', () => {
    const actions = [{ title: 'Yes', value: 'y' }, { title: 'No' }, { value: 'x' }, null];
    expect(readActivity({ suggestedActions: { actions } }).actions).toEqual([
      { title: 'Yes', value: 'y' },
      { title: 'No', value: 'No' },
    ]);
  });

  test.each([[null], ['text'], [7], [[]], [{ from: 3, text: {}, suggestedActions: { actions: 'x' } }]])(
    'that is none, %j, is an empty one',
    (nonsense) => {
      expect(readActivity(nonsense)).toMatchObject({ type: '', text: '', actions: [], timestamp: null });
    },
  );
});

describe('an activity set', () => {
  test('without a watermark leaves the old one: a set without it says null', () => {
    expect(readActivitySet({ activities: [], watermark: '5' }).watermark).toBe('5');
    expect(readActivitySet({ activities: [], watermark: 5 }).watermark).toBe('5');
    expect(readActivitySet({ activities: [], watermark: null }).watermark).toBeNull();
    expect(readActivitySet({}).activities).toEqual([]);
  });
});
