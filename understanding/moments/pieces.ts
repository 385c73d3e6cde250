/** The pieces of time found in a message, with what the words around them make of them. */
import type { Relations } from '../languages/language';
import type { Said } from './said';
import { isDate } from './said';
import type { Piece, Role } from './sketch';

export interface FoundSaid {
  readonly said: readonly Said[];
  readonly from: number;
  readonly to: number;
}

/** How far words can stand from the piece they speak of. */
const NEAR = 32;
/** A message this short is nothing but the answer to what was asked. */
const SHORT_ANSWER = 24;
/** The whole gap between two things of a list. */
const COMMA = /^ ?[,،] ?(?:on )?$/u;

interface Context {
  readonly text: string;
  readonly relations: Relations;
  readonly asksWhen: boolean;
  /** It is asked why something cannot be: "not" denies nothing. */
  readonly asksWhy: boolean;
}

/** Bare numbers that are no times are left out. */
export function piecesOf(found: readonly FoundSaid[], context: Context): Piece[] {
  const sorted = [...found].sort((left, right) => left.from - right.from);
  const sure = sorted.filter((item, place) => isTime(item, sorted, place, context));
  const times = sorted.filter(
    (item, place) => sure.includes(item) || continues(item, sorted[place - 1], sure, context),
  );
  const accepted = times.flatMap((item, place) => settled(item, times, place, context));
  const denied = deniedOf(accepted, context);
  return accepted.flatMap((item, place) => {
    const role = isListed(accepted, place, context) ? 'or' : roleOf(item, accepted[place - 1], context);
    return pieces(item, role, denied.has(item), context);
  });
}

function pieces(item: FoundSaid, role: Role, negated: boolean, context: Context): Piece[] {
  const { from, to } = item;
  const withoutDay = context.relations.withoutDay.test(before(item, context.text));
  return item.said.map((said) => ({ said: answered(said), from, to, role, negated, withoutDay }));
}

/** A number too large for an hour is a day of the month. */
function answered(said: Said): Said {
  return said.kind === 'clock' && said.hour > 24 ? { kind: 'dayOfMonth', day: said.hour } : said;
}

/** Beside a time that is written as one, a number is none: a day after a weekday, else a count. */
function settled(item: FoundSaid, all: readonly FoundSaid[], place: number, context: Context): FoundSaid[] {
  const number = bareNumber(item);
  const [previous, next] = [all[place - 1], all[place + 1]];
  if (number === null || joined(item, next, context) || (previous && joined(previous, item, context)))
    return [item];
  const others = all.filter((other) => other !== item && other.said[0]?.kind === 'clock');
  const follows =
    previous?.said[0]?.kind === 'weekday' && /^,? (?:the )?$/.test(gapOf(previous, item, context.text));
  if (follows && others.length > 0) return [{ ...item, said: [{ kind: 'dayOfMonth', day: number }] }];
  return others.some((other) => bareNumber(other) === null) ? [] : [item];
}

/** "tomorrow 10-12": the other end of a range that is one. */
function continues(
  item: FoundSaid,
  previous: FoundSaid | undefined,
  sure: readonly FoundSaid[],
  context: Context,
): boolean {
  return (
    previous !== undefined &&
    sure.includes(previous) &&
    joined(previous, item, context) &&
    bareNumber(previous) !== null
  );
}

function bareNumber({ said }: FoundSaid): number | null {
  const [first] = said;
  return first?.kind === 'clock' && first.bare === true ? first.hour : null;
}

function isTime(item: FoundSaid, all: readonly FoundSaid[], place: number, context: Context): boolean {
  const said = item.said[0];
  if (said?.kind !== 'clock' || said.bare !== true) return true;
  const after = context.text.slice(item.to, item.to + NEAR);
  const surely =
    said.hour <= 24 &&
    /^ \p{L}/u.test(after) &&
    (context.relations.atSurely.test(before(item, context.text)) ||
      followsDay(item, all[place - 1], context));
  if (!surely && !context.relations.timeBefore.test(after) && !joined(item, all[place + 1], context))
    return false;
  if (said.hour <= 24 && context.relations.suitsAfter.test(after)) return true;
  if (context.asksWhen && context.text.length <= SHORT_ANSWER) return true;
  if (said.hour > 24) return context.asksWhen;
  if (context.relations.atBefore.test(before(item, context.text))) return true;
  return [all[place - 1], all[place + 1]].some((other) => other && supports(item, other, context));
}

/** "friday 9 golf": right after a weekday or "tomorrow" a number is its hour. */
function followsDay(item: FoundSaid, previous: FoundSaid | undefined, { text }: Context): boolean {
  const kind = previous?.said[0]?.kind;
  if (!previous || (kind !== 'weekday' && kind !== 'offset')) return false;
  return previous.to <= item.from && /^,? $/.test(text.slice(previous.to, item.from));
}

/** A day beside it, or the other end of a range, makes a number a time. */
function supports(item: FoundSaid, other: FoundSaid, context: Context): boolean {
  const said = other.said[0];
  if (!said) return false;
  const gap = gapOf(item, other, context.text);
  if (isDate(said)) return context.relations.nearGap.test(gap);
  if (said.kind === 'part') return context.relations.nearGap.test(gap);
  if (said.kind !== 'clock') return false;
  if (!isJoint(gap, context.relations)) return false;
  return (
    said.bare !== true ||
    context.relations.atBefore.test(before(other, context.text)) ||
    context.relations.betweenBefore.test(before(other, context.text))
  );
}

function joined(item: FoundSaid, next: FoundSaid | undefined, context: Context): boolean {
  return (
    next !== undefined &&
    (isJoint(gapOf(item, next, context.text), context.relations) || next.from <= item.to + 1)
  );
}

function isJoint(gap: string, relations: Relations): boolean {
  return relations.rangeGap.test(gap) || relations.andGap.test(gap) || relations.orGap.test(gap);
}

function roleOf(item: FoundSaid, previous: FoundSaid | undefined, context: Context): Role {
  const { relations, text } = context;
  const lead = before(item, text);
  if (previous && alike(previous, item)) {
    const gap = gapOf(previous, item, text);
    if (relations.rangeGap.test(gap)) return 'end';
    if (relations.andGap.test(gap) && relations.betweenBefore.test(before(previous, text))) return 'end';
    if (relations.orGap.test(gap)) return 'or';
  }
  const tail = text.slice(item.to, item.to + NEAR);
  if (relations.neverBefore.test(lead)) return 'from';
  if (relations.neverAfter.test(lead)) return 'until';
  if (relations.fromBefore.test(lead) || relations.fromAfter.test(tail)) return 'from';
  if (relations.untilBefore.test(lead) || relations.untilAfter.test(tail)) return 'until';
  return 'at';
}

function alike(left: FoundSaid, right: FoundSaid): boolean {
  const [one, other] = [left.said[0], right.said[0]];
  return one !== undefined && other !== undefined && isDate(one) === isDate(other);
}

/** What is denied: by the words around it, or as the next of a list that is ("not on Tuesday or Wednesday"). */
function deniedOf(items: readonly FoundSaid[], context: Context): ReadonlySet<FoundSaid> {
  const denied = new Set<FoundSaid>();
  if (context.asksWhy) return denied;
  for (const [place, item] of items.entries()) {
    const previous = items[place - 1];
    const continues = previous !== undefined && denied.has(previous) && isListed(items, place, context);
    if (continues || isNegated(item, context)) denied.add(item);
  }
  return denied;
}

/** Whether an item goes on with the list before it; after a mere comma only where an "and" or "or" is still to come. */
function isListed(items: readonly FoundSaid[], place: number, context: Context): boolean {
  const [previous, item] = [items[place - 1], items[place]];
  if (!previous || !item || !sameKind(previous, item)) return false;
  if (context.relations.betweenBefore.test(before(previous, context.text))) return false;
  const gap = gapOf(previous, item, context.text);
  if (context.relations.listGap.test(gap)) return true;
  return COMMA.test(gap) && isListed(items, place + 1, context);
}

/** "Tuesday" and "Wednesday", "mornings" and "evenings". */
function sameKind(left: FoundSaid, right: FoundSaid): boolean {
  const [one, other] = [left.said[0]?.kind, right.said[0]?.kind];
  return one === other && (one === 'weekday' || one === 'weekdays' || one === 'part' || one === 'calendar');
}

function isNegated(item: FoundSaid, { text, relations }: Context): boolean {
  const lead = before(item, text);
  return (
    relations.notBefore.test(lead) ||
    relations.refused.test(lead + text.slice(item.from, item.to)) ||
    relations.notAfter.test(text.slice(item.to, item.to + NEAR))
  );
}

function before(item: FoundSaid, text: string): string {
  return text.slice(Math.max(0, item.from - NEAR), item.from);
}

function gapOf(left: FoundSaid, right: FoundSaid, text: string): string {
  return left.from < right.from ? text.slice(left.to, right.from) : text.slice(right.to, left.from);
}
