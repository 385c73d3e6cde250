/** A fact for every value that a text can name, as the program gives it. */
import type { Fact } from '../../locales/saying';

const name = (de: string, en: string, ar: string, fa: string): Fact => ({
  kind: 'name',
  names: { de, en, ar, fa },
});

const SERVICE = name('Ölwechsel', 'Oil change', 'تغيير الزيت', 'تعویض روغن');
const BRANCH = name('Mitte', 'Mitte', 'ميته', 'میته');
const PERSON = name('Jana', 'Jana', 'يانا', 'یانا');
const MOMENT: Fact = { kind: 'moment', local: '2026-09-30T10:00' };
const DATE: Fact = { kind: 'date', local: '2026-09-30' };
const TIME: Fact = { kind: 'time', local: '10:00' };
const MONEY: Fact = { kind: 'money', minor: 14850, currency: 'EUR' };
const MINUTES: Fact = { kind: 'minutes', minutes: 90 };
const CODE: Fact = { kind: 'code', text: 'K7Q2XM' };
const LINES: Fact = { kind: 'list', items: [SERVICE, BRANCH], joined: 'lines' };
const HOURS: Fact = { kind: 'saying', saying: { key: 'when.span', with: { from: TIME, to: TIME } } };

const FACTS: Readonly<Record<string, Fact>> = {
  ...{ service: SERVICE, branch: BRANCH, here: BRANCH, there: BRANCH, person: PERSON },
  ...{ when: MOMENT, bound: MOMENT, freeUntil: MOMENT, promised: MOMENT, until: MOMENT, example: MOMENT },
  ...{ date: DATE, first: DATE, second: DATE, last: DATE, days: DATE },
  ...{ time: TIME, from: TIME, to: TIME, hours: HOURS },
  ...{ price: MONEY, fee: MONEY, deposit: MONEY, total: MONEY, amount: MONEY },
  ...{ duration: MINUTES, notice: MINUTES, step: MINUTES, held: MINUTES },
  ...{ asset: CODE, reference: CODE, phone: { kind: 'code', text: '+493012345601' } satisfies Fact },
  ...{ lines: LINES, percent: 30, number: 1, count: 2, name: 'Ada Lovelace', zone: 'Berlin' },
  ...{ times: { kind: 'list', items: [MOMENT, MOMENT, MOMENT], joined: 'or' } satisfies Fact },
  ...{ people: { kind: 'list', items: [PERSON, PERSON], joined: 'and' } satisfies Fact },
  address: 'Linienstraße 10, 10178 Berlin',
};

/** The business's name for what has no kind of its own. */
export function factFor(name: string): Fact {
  return FACTS[name] ?? BUSINESS;
}

export const BUSINESS = name('Autohaus Linden', 'Autohaus Linden', 'أوتوهاوس ليندن', 'اتوهاوس لیندن');
