/** The acts of a message in order, without those that other acts take back or make superfluous. */
import type { Act } from '../acts';
import type { Finding, Scene } from '../scene';
import { withLateness } from './lateness';

export interface Placed {
  readonly act: Act;
  readonly at: number;
}

/** A request stands before what informs it; everything else keeps the order of the message. */
export function settleActs(findings: readonly Finding[], scene: Scene): Act[] {
  const placed = findings.flatMap(({ acts, from }) => (acts ?? []).map((act) => ({ act, at: from })));
  const ordered = withImplied(unique(placed), scene);
  const kept = ordered.filter((item) => !isVoid(item, ordered, scene));
  const sure = doubted(findings, scene) ? kept.flatMap((item) => withoutYes(item, kept)) : kept;
  return [
    ...withLateness(
      requestsFirst(sure).map(({ act }) => act),
      scene,
    ),
  ];
}

/** Whether a yes to a read-back is said with something beside it that may take it back: "ok wait", "great, is it far?". */
function doubted(findings: readonly Finding[], { asked, text, language }: Scene): boolean {
  if (asked !== 'confirm') return false;
  const yes = findings.filter(({ acts }) => acts?.some(({ act }) => act === 'affirm'));
  const rest = yes.reduce(
    (left, { from, to }) => left.slice(0, from) + ' '.repeat(to - from) + left.slice(to),
    text,
  );
  if (language.doubt.test(rest)) return true;
  const asks = rest.includes('?') || findings.some(({ acts }) => acts?.some(({ act }) => act === 'ask'));
  return asks && !language.plainYes.test(text);
}

/** A yes that is in doubt is a no, unless something else was said that can be answered. */
function withoutYes(item: Placed, all: readonly Placed[]): Placed[] {
  if (item.act.act !== 'affirm') return [item];
  return all.some(({ act }) => !POLITE.has(act.act)) ? [] : [{ ...item, act: { act: 'deny' } }];
}

function unique(placed: readonly Placed[]): Placed[] {
  const seen = new Set<string>();
  return [...placed]
    .sort((left, right) => left.at - right.at)
    .filter(({ act }) => {
      const key = JSON.stringify(act);
      if (seen.has(key)) return false;
      seen.add(key);
      return true;
    });
}

const POLITE = new Set<Act['act']>(['greet', 'thank', 'bye', 'affirm', 'deny']);

/** A service named out of the blue is wanted: "Oil change tomorrow at 10 please." So is a person's time. */
function withImplied(placed: readonly Placed[], scene: Scene): Placed[] {
  const informed = (slot: string) => placed.find(({ act }) => act.act === 'inform' && act.slot === slot);
  const service = informed('service') ?? (informed('when') && informed('person'));
  const onlyInforms = placed.every(({ act }) => act.act === 'inform' || POLITE.has(act.act));
  if (!service || !onlyInforms || scene.asked !== null) return [...placed];
  return [...placed, { act: { act: 'request', intent: 'book' }, at: service.at }];
}

/** Words that only open a sentence when nothing was asked: "ok, book me in". */
function isVoid({ act, at }: Placed, all: readonly Placed[], scene: Scene): boolean {
  if (act.act === 'affirm' || act.act === 'deny') return isVoidAnswer(act.act, at, all, scene);
  if (act.act === 'request' && act.more === true) return isVoidMore(all);
  if (act.act === 'request') return isVoidRequest(act.intent, at, all, scene);
  // "let me talk to Ali" wishes for a talk, not for an appointment with Ali
  if (act.act === 'inform' && act.slot === 'person' && all.some(({ act: other }) => other.act === 'human'))
    return true;
  return all.some(({ act: other }) => overrules(other, act));
}

/** Whether an act makes one of that kind superfluous. */
function overrules(other: Act, act: Act): boolean {
  const kind = act.act;
  if (kind === 'cancel') return other.act === 'request' && other.intent === 'cancel';
  if (kind === 'help') return other.act === 'request' || other.act === 'inform' || other.act === 'ask';
  if (kind === 'greet') return other.act === 'bye';
  if (kind !== 'alternatives') return false;
  // "can I come earlier?" moves the appointment, and says where to
  const moves = other.act === 'request' && other.intent === 'reschedule';
  if (moves && act.act === 'alternatives' && act.than !== undefined) return false;
  return other.act === 'choose' || (other.act === 'request' && other.intent !== 'book');
}

function isVoidAnswer(answer: 'affirm' | 'deny', at: number, all: readonly Placed[], scene: Scene): boolean {
  const others = all.filter(({ act }) => !POLITE.has(act.act));
  if (scene.asked === null && others.length > 0) return true;
  if (others.some(({ act }) => act.act === 'choose' || act.act === 'cancel')) return true;
  // Where both were said, doubt counts: nothing may be booked on "no, that's fine".
  if (answer === 'affirm' && all.some(({ act }) => act.act === 'deny')) return true;
  return answer === 'affirm' && isCorrected(at, others, scene);
}

/** "yes but at 11" is a correction and no yes. */
function isCorrected(at: number, others: readonly Placed[], scene: Scene): boolean {
  const informed = others.filter(({ act }) => act.act === 'inform');
  if (informed.length === 0) return false;
  const end = Math.max(...informed.map((item) => item.at));
  const between = scene.text.slice(Math.min(at, end), Math.max(at, end));
  return scene.language.relations.corrected.test(between) || scene.language.but.test(scene.text);
}

/** "Also" wishes for something only beside a service: "can you also tell me …" does not. */
function isVoidMore(all: readonly Placed[]): boolean {
  return !all.some(({ act }) => act.act === 'inform' && act.slot === 'service');
}

function isVoidRequest(intent: string, at: number, all: readonly Placed[], scene: Scene): boolean {
  const requests = all.flatMap(({ act, at: place }) =>
    act.act === 'request' ? [{ intent: act.intent, place }] : [],
  );
  const has = (other: string) => requests.some((request) => request.intent === other);
  const affirmed = all.some(({ act }) => act.act === 'affirm') && scene.asked === 'confirm';
  switch (intent) {
    case 'book':
      return (
        affirmed ||
        has('reschedule') ||
        requests.some((request) => request.intent === 'availability' && request.place < at)
      );
    case 'availability':
      return (
        has('reschedule') || requests.some((request) => request.intent === 'book' && request.place <= at)
      );
    case 'cancel':
      return has('reschedule');
    default:
      return false;
  }
}

function requestsFirst(placed: readonly Placed[]): Placed[] {
  const informs = placed.filter(({ act }) => act.act === 'inform').map(({ at }) => at);
  const first = Math.min(...informs);
  const order = (item: Placed) => (item.act.act === 'request' ? Math.min(item.at, first) - 0.5 : item.at);
  return [...placed].sort((left, right) => order(left) - order(right));
}
