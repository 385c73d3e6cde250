/** The walk over made-up flows: sealing, say steps, deeds without a move, and flows that cannot come to rest. */
import { deed, type Flow, type Scene, type Step } from './flow';
import { engine } from './engine';
import { say } from './facts';
import { slotText } from './turn';
import type { Json, Talk } from './talk';
import { FLOWS } from './flows';
import { service } from './asks/service';
import { name } from './asks/name';
import { ask } from './flow';
import { Conversation, type Reply } from './support/conversation';
import { named, service as serviceAct, wants, yes } from './support/acts';

type Done = { readonly kind: 'done' } | { readonly kind: 'failed' };

function doing(
  id: string,
  log: string[],
  rest: Partial<{ seals: boolean; undo: boolean; fails: boolean }> = {},
): Step {
  return deed<string, Done>({
    id,
    seals: rest.seals ?? false,
    inputs: ({ settled }) => slotText(settled, 'service') ?? null,
    run: async (inputs) => {
      log.push(`${id} ${inputs}`);
      return { kind: rest.fails ? 'failed' : 'done' };
    },
    results: {
      done: () => ({ keep: true }),
      failed: () => ({ clears: ['service'], says: [say('when.none')] }),
    },
    ...(rest.undo && {
      undo: async (standing) => {
        log.push(`undo ${JSON.stringify(standing.inputs)}`);
      },
    }),
  });
}

function talkWith(steps: readonly Step[], change: Partial<Flow> = {}): Conversation {
  const book: Flow = { id: 'book', version: 1, drafts: true, steps, ...change };
  return new Conversation({ engine: engine({ ...FLOWS, book }) });
}

function saying(id: string, inputs: (scene: Scene) => Json): Step {
  return { kind: 'say', id, inputs, says: () => [say('status.none')] };
}

const SAID = 'There is no appointment booked';

/** Reads the chosen service back, and nothing else. */
const readBack: Step = {
  kind: 'confirm',
  id: 'agreed',
  shown: async ({ settled }) => settled['service'] ?? null,
  readBack: () => ({ asking: 'confirm', says: [say('status.none')], hint: say('status.none'), choices: [] }),
  denied: () => ({ kind: 'drop', says: [] }),
};

describe('a deed that cannot be undone', () => {
  test('seals its slots: changing them changes nothing, and the steps above are not asked again', async () => {
    const log: string[] = [];
    const talk = talkWith([ask(service), doing('pay', log, { seals: true }), ask(name)]);
    await talk.says(wants('book'), serviceAct('oil-change'));
    const reply = await talk.says(serviceAct('inspection'));
    expect(reply.talk.asked?.asking).toBe('name');
    expect(log).toEqual(['pay oil-change']);
    const last = await talk.says(named('Ada'));
    expect(last.talk.frames).toEqual([]);
  });
});

describe('a deed without a move', () => {
  test('is undone with the inputs it was made with before it is done with the new ones', async () => {
    const log: string[] = [];
    const talk = talkWith([ask(service), doing('put', log, { undo: true }), ask(name)]);
    await talk.says(wants('book'), serviceAct('oil-change'));
    await talk.says(serviceAct('inspection'));
    expect(log).toEqual(['put oil-change', 'undo "oil-change"', 'put inspection']);
  });

  test('that fails clears the slots it names, and they are asked anew', async () => {
    const log: string[] = [];
    const talk = talkWith([ask(service), doing('put', log, { fails: true }), ask(name)]);
    const reply = await talk.says(wants('book'), serviceAct('oil-change'));
    expect(reply.talk.asked?.asking).toBe('service');
    expect(reply.text).toContain('no free time');
  });
});

describe('consent', () => {
  test('stands while what was shown stands, and is asked for anew when it is another', async () => {
    const talk = talkWith([ask(service), readBack, ask(name)]);
    await talk.says(wants('book'), serviceAct('oil-change'));
    expect((await talk.says(yes)).talk.asked?.asking).toBe('name');
    expect((await talk.says(serviceAct('oil-change'))).talk.asked?.asking).toBe('name');
    expect((await talk.says(serviceAct('inspection'))).talk.asked?.asking).toBe('confirm');
  });
});

describe('a say step', () => {
  async function twice(inputs: (scene: Scene) => Json): Promise<readonly Reply[]> {
    const talk = talkWith([ask(service), saying('told', inputs), ask(name)]);
    return [
      await talk.says(wants('book'), serviceAct('oil-change')),
      await talk.says(serviceAct('inspection')),
    ];
  }

  test('is satisfied by having been said', async () => {
    const [first, second] = await twice(() => 'once');
    expect(first?.text).toContain(SAID);
    expect(second?.text).not.toContain(SAID);
  });

  test('is said again for other inputs', async () => {
    const [first, second] = await twice(({ settled }) => settled['service'] ?? null);
    expect(first?.text).toContain(SAID);
    expect(second?.text).toContain(SAID);
  });
});

test('a step that was added by a deploy is simply the next one not satisfied', async () => {
  const talk = talkWith([ask(service)]);
  const before = talkWith([ask(service), ask(name)]);
  const reply = await before.says(wants('book'), serviceAct('oil-change'));
  expect(reply.talk.asked?.asking).toBe('name');
  const stored: Talk = before.talk;
  talk.talk = stored;
  const after = await talk.says({ act: 'thank' });
  expect(after.talk.frames).toEqual([]);
});

test('a flow that neither keeps nor clears anything is a mistake, and said to be one', async () => {
  const stuck = deed<string, { readonly kind: 'nothing' }>({
    id: 'stuck',
    inputs: () => 'same',
    run: async () => ({ kind: 'nothing' }),
    results: { nothing: () => ({}) },
  });
  await expect(talkWith([stuck]).says(wants('book'))).rejects.toThrow('does not come to rest');
});
