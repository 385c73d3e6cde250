/** Approving an estimate: bound to the version that was shown, with evidence of what was shown and written, and never by accident. */
import { ada, Conversation } from '../support/conversation';
import { asksFor, human, no, service, wants, yes } from '../support/acts';
import type { Act } from '../../understanding/acts';

const brakesAndTyres = [
  ['Front brakes', 32000],
  ['Tyres', 48000],
] as const;

const some: readonly Act[] = [
  { act: 'affirm', lines: [1] },
  { act: 'deny', lines: [2] },
];

async function asked(): Promise<Conversation> {
  const talk = new Conversation({ customer: ada });
  talk.visits.made.put(...brakesAndTyres);
  const reply = await talk.says(wants('approve'));
  expect(reply.text).toContain('Front brakes: €320');
  expect(reply.talk.asked).toMatchObject({ asking: 'line', lines: ['Front brakes', 'Tyres'] });
  return talk;
}

function outcomes(talk: Conversation): readonly string[] {
  return talk.visits.made.answers.map(({ outcome }) => outcome);
}

describe('one word', () => {
  test.each([
    ['yes', yes, true],
    ['no', no, false],
    ['"I approve"', wants('approve'), true],
  ] as const)('%s to the whole estimate needs no second question', async (_word, act, approve) => {
    const talk = await asked();
    const reply = await talk.says(act);
    expect(talk.visits.made.answers).toMatchObject([
      {
        answer: {
          version: 1,
          lines: [
            { id: 1, approve },
            { id: 2, approve },
          ],
        },
        outcome: 'answered',
      },
    ]);
    expect(reply.talk.frames).toEqual([]);
  });

  test('that was written before the estimate had arrived approves nothing', async () => {
    const talk = new Conversation({ customer: ada });
    talk.visits.made.put(...brakesAndTyres);
    const early = talk.message([yes]);
    await talk.says(wants('approve'));
    await talk.hears([early]);
    expect(outcomes(talk)).toEqual([]);
  });

  test('counts only where the estimate was handed over', async () => {
    const talk = new Conversation({ customer: ada });
    talk.handsOver = false;
    talk.visits.made.put(...brakesAndTyres);
    await talk.says(wants('approve'));
    const reply = await talk.says(yes);
    expect(outcomes(talk)).toEqual([]);
    expect(reply.text).toContain('Tyres: €480');
  });

  test('yes and no at once decide nothing', async () => {
    const talk = await asked();
    await talk.says(yes, no);
    expect(outcomes(talk)).toEqual([]);
  });
});

describe('line by line', () => {
  test('is read back with its sum, and given with the yes', async () => {
    const talk = await asked();
    const reply = await talk.says(...some);
    expect(reply.text).toContain('Together: €320');
    expect(reply.text).toContain('Not done: Tyres');
    expect(outcomes(talk)).toEqual([]);
    await talk.says(yes);
    expect(talk.visits.made.answers).toMatchObject([
      {
        answer: {
          lines: [
            { id: 1, approve: true },
            { id: 2, approve: false },
          ],
        },
      },
    ]);
  });

  test('a line that was not answered is asked for', async () => {
    const talk = await asked();
    const reply = await talk.says({ act: 'affirm', lines: [1] });
    expect(reply.text).toContain('And what about this?');
    await talk.says(yes);
    expect(outcomes(talk)).toEqual([]);
    await talk.says(yes);
    expect(outcomes(talk)).toEqual(['answered']);
  });

  test('a change with the yes is read back anew', async () => {
    const talk = await asked();
    await talk.says(...some);
    const reply = await talk.says(yes, { act: 'affirm', lines: [2] });
    expect(reply.text).toContain('Together: €800');
    expect(outcomes(talk)).toEqual([]);
  });

  test('a no to the read-back asks which, and keeps nothing of it as agreed', async () => {
    const talk = await asked();
    await talk.says(...some);
    const reply = await talk.says(no);
    expect(reply.text).toContain('Which of these may we do?');
    await talk.says({ act: 'affirm', lines: [1, 2] });
    expect(outcomes(talk)).toEqual([]);
    await talk.says(yes);
    expect(talk.visits.made.answers[0]?.answer.lines.map(({ approve }) => approve)).toEqual([true, true]);
  });
});

test('a version that was overtaken is refused with the difference, and asked anew', async () => {
  const talk = await asked();
  talk.visits.made.put(['Front brakes', 35000], ['Tyres', 48000]);
  const reply = await talk.says(yes);
  expect(outcomes(talk)).toEqual(['stale']);
  expect(reply.text).toContain('has changed');
  expect(reply.text).toContain('Front brakes: €350 instead of');
  expect(reply.text).toContain('Together: €830');
  await talk.says(yes);
  expect(talk.visits.made.answers.at(-1)).toMatchObject({ answer: { version: 2 }, outcome: 'answered' });
});

test('what was shown and what was written are kept as evidence', async () => {
  const talk = await asked();
  const message = { ...talk.message([yes]), text: 'yes go ahead' };
  await talk.hears([message]);
  const [kept] = talk.visits.made.answers;
  expect(kept?.evidence.reply).toBe('yes go ahead');
  expect(kept?.evidence.shown).toContain('Front brakes: €320');
  expect(kept?.evidence.shown).toContain('Together: €800');
});

test('questions by the way leave it open', async () => {
  const talk = await asked();
  expect((await talk.says(asksFor('price'))).text).toContain('Together: €800');
  expect((await talk.says(asksFor('why'))).text).toContain('the team can tell you');
  await talk.says(human);
  expect(talk.shop.tasks).toMatchObject([{ text: expect.stringContaining('Front brakes') as string }]);
  expect(talk.talk.asked?.asking).toBe('line');
  await talk.says(yes);
  expect(outcomes(talk)).toEqual(['answered']);
});

test('where nothing waits that is said', async () => {
  const talk = new Conversation({ customer: ada });
  expect((await talk.says(wants('approve'))).text).toContain('no estimate');
  expect(talk.talk.frames).toEqual([]);
});

test('a price for a van is told at once, and for who knows what as a range', async () => {
  const talk = new Conversation({ customer: { ...ada, assets: [] } });
  const reply = await talk.says(wants('estimate'), service('oil-change'));
  expect(reply.text).toContain('€89 to €133.50');
  expect(reply.talk.asked?.asking).toBe('asset');
  const told = await talk.says({ act: 'inform', slot: 'asset', value: { label: 'van', class: 'van' } });
  expect(told.text).toContain('oil change: €133.50');
  expect(told.text).toContain('not an invoice');
});
