/** All that understanding needs to know of a language. A new language is a folder that fills this in. */
import type { Act } from '../acts';
import type { Asking } from '../expectation';
import type { Kin, RecurrenceMention } from '../mentions';
import type { Said } from '../moments/said';

/** A pattern over the folded text; must be global, linear, and free of nested repetition. */
export interface MomentPattern {
  readonly name: string;
  readonly pattern: RegExp;
  /** Null when the words turn out to mean something else. `rest` is the text after the match. */
  readonly read: (match: RegExpExecArray, rest: string) => readonly Said[] | null;
}

/** Words that turn into acts. Rules are tried in order; an earlier one keeps its words from later ones. */
export interface Rule {
  readonly name: string;
  readonly pattern: RegExp;
  readonly acts: readonly Act[] | ((match: RegExpExecArray) => readonly Act[]);
  /** Only when this was asked (`null` is nothing). */
  readonly asked?: readonly (Asking | null)[];
  /** Reads only the whole message, politeness set aside. */
  readonly whole?: boolean;
}

/** Words around a thing that say how it is meant. Each is matched against the text just before or just after it. */
export interface Relations {
  readonly notBefore: RegExp;
  readonly notAfter: RegExp;
  /** The words before a piece of time with the piece itself at their end: "no mornings", "no Mondays". */
  readonly refused: RegExp;
  /** Makes a bare number a time: "at", "around". */
  readonly atBefore: RegExp;
  /** Makes a bare number a time whatever follows: "at 10 oil change". */
  readonly atSurely: RegExp;
  /** Makes a bare number before it a time: "… would be better". */
  readonly suitsAfter: RegExp;
  /** Lets a bare number stand before it: a time is not followed by "people". */
  readonly timeBefore: RegExp;
  readonly fromBefore: RegExp;
  readonly fromAfter: RegExp;
  readonly untilBefore: RegExp;
  /** A bound that is denied is one on the other side: "nothing before 3", "I work until 4". */
  readonly neverBefore: RegExp;
  readonly neverAfter: RegExp;
  readonly untilAfter: RegExp;
  /** Of those before a day: the day itself is no longer meant. */
  readonly withoutDay: RegExp;
  readonly betweenBefore: RegExp;
  /** The whole gap between two times of a range; `and` only after "between". */
  readonly rangeGap: RegExp;
  readonly andGap: RegExp;
  readonly orGap: RegExp;
  /** The whole gap before the last thing of a list, or between all of them: " and ", ", or ". */
  readonly listGap: RegExp;
  /** The whole gap between a day and a bare time of that day. */
  readonly nearGap: RegExp;
  /** Anywhere in the gap: what follows replaces what stood before. */
  readonly corrected: RegExp;
  /** What an appointment that shall move is told by: "my Thursday appointment", "move … to". Global. */
  readonly standing: RegExp;
  /** "with": what follows is a person of the business. */
  readonly personBefore: RegExp;
  /** Makes a word a vehicle that could be something else: "my", "for the". */
  readonly vehicleBefore: RegExp;
  /** Makes anything like a plate a plate: "registration". */
  readonly plateBefore: RegExp;
  /** The whole gap between two words about one vehicle: "Golf with the plate B-XY 123". */
  readonly vehicleGap: RegExp;
}

export interface NamePattern {
  readonly name: string;
  /** Ends where the name begins. */
  readonly lead: RegExp;
  /** Weak leads ("I'm …") want a capital letter and no ordinary word. */
  readonly weak: boolean;
}

/** Words around several things that are wished for in one breath. Each is matched against the text just before or after. */
export interface Together {
  /** What people are to who writes, by word. */
  readonly kin: ReadonlyMap<string, Kin>;
  /** "my son": how many in group 1, the word in group 2. Global. */
  readonly mention: RegExp;
  /** Either of them makes "my son" the one that something is for. */
  readonly mentionBefore: RegExp;
  readonly mentionAfter: RegExp;
  /** Who writes: "for me". Global. */
  readonly self: RegExp;
  /** "not (for) me" */
  readonly denied: RegExp;
  /** The whole gap between two that something is for: " and ". */
  readonly joined: RegExp;
  /** The whole gap between "my son" and his name. */
  readonly named: RegExp;
  /** Around a name alone: "for Lisa". */
  readonly nameBefore: RegExp;
  readonly nameAfter: RegExp;
  /** Right before a service; how many in group 1. */
  readonly count: RegExp;
  readonly counted: ReadonlyMap<string, number>;
  /** Right before one that it is for: the same service once more, "and one for …". */
  readonly again: RegExp;
  /** Between two services: the second comes after the first. */
  readonly then: RegExp;
  /** Anywhere beside several: they begin together. Global. */
  readonly atOnce: RegExp;
  /** Between two services: one of them. */
  readonly either: RegExp;
  /** Right before a service: no other one. */
  readonly only: RegExp;
}

/** Ways to say how often something shall be. All are global. */
export interface Often {
  /** "every three weeks"; null when the words turn out to mean something else. `rest` is the text after the match. */
  readonly every: readonly {
    readonly pattern: RegExp;
    readonly read: (match: RegExpExecArray, rest: string) => RecurrenceMention | null;
  }[];
  /** Beside one of those: "six times", "for the next two months". */
  readonly howMany: readonly {
    readonly pattern: RegExp;
    readonly read: (match: RegExpExecArray) => RecurrenceMention | null;
  }[];
}

/** How lines that were put to somebody are answered one by one. Tested against single clauses of a message. */
export interface LineWords {
  /** Between clauses that may be answered differently. */
  readonly apart: RegExp;
  readonly yes: RegExp;
  readonly no: RegExp;
  /** "only": all that is not named is refused. */
  readonly only: RegExp;
  /** "except": before what is refused while the rest is wanted. */
  readonly except: RegExp;
  /** "the rest", "the other". */
  readonly rest: RegExp;
  /** Doubt: no answer can be read. */
  readonly unsure: RegExp;
  /** At the beginning: it asks, and answers nothing. */
  readonly asks: RegExp;
  /** "the first two": their number is in group 1. */
  readonly firstOf: RegExp;
  /** Words that count: "two". */
  readonly counts: ReadonlyMap<string, number>;
  /** Small words between two words of one title: "the brakes at the front". */
  readonly filler: RegExp;
}

export interface Language {
  /** Absent: lines are not told apart in this language yet. */
  readonly lines?: LineWords;
  /** BCP 47. */
  readonly code: string;
  /** Ordinary words: never taken as a typing error of another one, nor as somebody's name. */
  readonly ordinary: ReadonlySet<string>;
  /** Ordinary words that other languages do not share: they tell that this language is spoken. */
  readonly marks: ReadonlySet<string>;
  /** Words worth mending when mistyped. */
  readonly mended: readonly string[];
  /** Short forms and usual misspellings, by what they stand for. */
  readonly short: ReadonlyMap<string, string>;
  /** Other words for what a business may offer, by the words it may have used. */
  readonly equivalents: ReadonlyMap<string, readonly string[]>;
  /** The common part of a word's forms; used only to compare. */
  readonly stem: (word: string) => string;
  /** Numbers that are counts, amounts and durations, not times. */
  readonly shields: readonly RegExp[];
  readonly moments: readonly MomentPattern[];
  /** Right before a request: it is not wanted. */
  readonly unwanted: RegExp;
  /** "but": a yes with it is none. */
  readonly but: RegExp;
  /** Beside a yes to a read-back: "wait", "if", "not", "can we"; such a yes is none. */
  readonly doubt: RegExp;
  /** A yes that stays one although something is asked in the same breath. */
  readonly plainYes: RegExp;
  readonly relations: Relations;
  readonly rules: readonly Rule[];
  /** Absent: one thing for one person is understood. */
  readonly together?: Together;
  /** Absent: nothing that recurs is understood. */
  readonly often?: Often;
  readonly names: readonly NamePattern[];
  /** Politeness that may stand before and after all that matters: "please", "thanks". */
  readonly politeBefore: RegExp;
  readonly politeAfter: RegExp;
  /** After a name: "… here", "… speaking". */
  readonly nameAfter: RegExp;
  /** Small words inside names: "van", "de". */
  readonly nameParticles: ReadonlySet<string>;
  /** "anyone": whoever of the business is free. */
  readonly anyPerson: RegExp;
  /** "someone else": whoever is free but not who stands. */
  readonly otherPerson: RegExp;
  /** Ordinals for choices: their numbers, −1 for the last. */
  readonly ordinals: ReadonlyMap<string, number>;
  /** Ways to pick from a list. `number` has the number or ordinal in group 1. */
  readonly choosing: {
    /** Clearly of a list, whatever was asked: "option 3", "the second one". */
    readonly number: readonly RegExp[];
    /** The whole message, where a list was shown: "the second", "last", "2". */
    readonly bare: RegExp;
    /** "how about the second": an ordinal picks, while a number after these words is an hour. */
    readonly suggested: RegExp;
    readonly later: RegExp;
    readonly earlier: RegExp;
    /** The whole message: "either is fine", the first will do. */
    readonly indifferent: RegExp;
    /** Small words that may stand around words of a label: "the new one". */
    readonly filler: ReadonlySet<string>;
  };
  /** Classes of vehicles by word: `van`. */
  readonly vehicleClasses: ReadonlyMap<string, string>;
  /** How many minutes late; `answers`: it was just asked. Absent: it is asked, and picked from what is offered. */
  readonly lateBy?: (text: string, answers: boolean) => number | null;
  /** Languages by the name they have in this one. */
  readonly languageNames: ReadonlyMap<string, string>;
  /** Words before the name of a language that make it a wish: "in", "speak". */
  readonly languageLead: ReadonlySet<string>;
}
