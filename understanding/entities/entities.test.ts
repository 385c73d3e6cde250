/** What is found in a sentence beside its wish: vehicles, names and phone numbers. */
import type { AssetMention } from '../acts';
import { CLINIC, GARAGE, KNOWN, SALON } from '../support/catalogs';
import { hear, hearing } from '../support/hear';
import type { Setting } from '../support/hear';
import { understand } from '../understand';

function asset(said: string, setting: Setting = {}): AssetMention | null {
  const act = understand(hearing(said, setting)).acts.find(
    (each) => each.act === 'inform' && each.slot === 'asset',
  );
  return act?.act === 'inform' && act.slot === 'asset' ? act.value : null;
}

function slot(said: string, name: string, setting: Setting = {}): string | null {
  const found = hear(said, setting)
    .split(' | ')
    .find((act) => act.startsWith(`${name} `));
  return found?.slice(name.length + 1) ?? null;
}

describe('vehicles', () => {
  test.each([
    ['for my VW Polo B-ZQ 909', { label: 'VW Polo B-ZQ 909', plate: 'B-ZQ 909' }],
    ['Ford Focus, B-KW 640', { label: 'Ford Focus B-KW 640', plate: 'B-KW 640' }],
    ['a Golf (B-MW 4411)', { label: 'Golf B-MW 4411', plate: 'B-MW 4411' }],
    ['my golf, plate b-mw 4411', { label: 'Golf B-MW 4411', plate: 'B-MW 4411' }],
    ['my Polo needs brakes, the plate is B-ZQ 909', { label: 'Polo B-ZQ 909', plate: 'B-ZQ 909' }],
    ['B XY 123', { label: 'B-XY 123', plate: 'B-XY 123' }],
    ['M-Ü 7', { label: 'M-Ü 7', plate: 'M-Ü 7' }],
    ['a Kadjar B-XX 12', { label: 'Kadjar B-XX 12', plate: 'B-XX 12' }],
    ['my Zonda B-XX 12', { label: 'Zonda B-XX 12', plate: 'B-XX 12' }],
    ['the Mercedes C-Class', { label: 'Mercedes C-Class' }],
    ['my volkswagon passat', { label: 'Volkswagen Passat' }],
    ['my registration is AB12 CDE', { label: 'AB12 CDE', plate: 'AB12 CDE' }],
    ['the van', { label: 'van', class: 'van' }],
    ['my Focus', { label: 'Focus' }],
  ])('%s', (said, mention) => {
    expect(asset(said)).toEqual(mention);
  });

  test.each([
    'I would like to focus on Monday',
    'see you at 10 on Monday',
    'leave me a note',
    'OIL CHANGE AT 10 PLEASE',
    'Mo-Fr 10',
    'my car',
    'is it at 3?',
  ])('%s speaks of none', (said) => {
    expect(asset(said)).toBeNull();
  });

  test.each([
    ['the Golf', 'golf'],
    ['my VW Golf', 'golf'],
    ['B-XY 123', 'golf'],
    ['the van', 'van'],
    ['the Transit', 'van'],
    ['the one with plate b tr 458', 'van'],
  ])('%s is one that is known', (said, id) => {
    expect(asset(said, { catalog: KNOWN })?.id).toBe(id);
  });

  test('another plate is another vehicle', () => {
    expect(asset('the Golf B-QQ 1', { catalog: KNOWN })).toEqual({ label: 'Golf B-QQ 1', plate: 'B-QQ 1' });
  });

  test('of two known Golfs neither is meant for certain', () => {
    const second = {
      ...KNOWN.vehicles[0]!,
      id: 'second',
      label: 'Golf B-AA 1',
      names: ['Golf B-AA 1'],
      plate: 'B-AA 1',
    };
    const catalog = { ...KNOWN, vehicles: [...KNOWN.vehicles, second] };
    expect(asset('the Golf', { catalog })).toEqual({ label: 'Golf' });
    expect(asset('the Golf B-AA 1', { catalog })?.id).toBe('second');
  });

  test('a business that works on people has none', () => {
    expect(asset('the Golf', { catalog: SALON })).toBeNull();
  });
});

describe('the name of the customer', () => {
  test.each([
    ['my name is Ada Lovelace', 'Ada Lovelace'],
    ['my name is ada lovelace and i need new tyres', 'ada lovelace'],
    ["I'm Grace Hopper", 'Grace Hopper'],
    ['This is Alan Turing speaking', 'Alan Turing'],
    ['Alan Turing here, can I book?', 'Alan Turing'],
    ['name: Jürgen Groß', 'Jürgen Groß'],
    ["my name is Miles O'Neill", "Miles O'Neill"],
    ['call me Ada', 'Ada'],
    ['under the name Ludwig van Beethoven', 'Ludwig van Beethoven'],
    ['my name is Frida Kahlo', 'Frida Kahlo'],
    ['oil change at the Nord branch, Friday at 10. Jonas Weber', 'Jonas Weber'],
    ['my name is محمد علي', 'محمد علي'],
  ])('%s', (said, name) => {
    expect(slot(said, 'name')).toBe(name);
  });

  test.each([
    "I'm looking for an oil change",
    "I'm German",
    'this is urgent',
    "it's for Monday",
    'this is Golf',
    'is Ali here?',
    'my name is on the booking',
    'I am free on Friday',
    'Brake check on Monday. Oil Change',
    "I'm here",
  ])('%s gives none', (said) => {
    expect(slot(said, 'name')).toBeNull();
  });
});

describe('phone numbers', () => {
  test.each([
    ['my number is 0151 12345678', '+4915112345678'],
    ['+49 (0)151 12345678', '+4915112345678'],
    ['0049 151 12345678', '+4915112345678'],
    ['call 030/1234567', '+49301234567'],
    ['٠١٥١ ١٢٣٤٥٦٧٨', '+4915112345678'],
  ])('%s', (said, phone) => {
    expect(slot(said, 'phone')).toBe(phone);
  });

  test('national forms are those of the country', () => {
    expect(slot('09121234567', 'phone', { catalog: SALON })).toBe('+989121234567');
    expect(slot('01001234567', 'phone', { catalog: CLINIC })).toBe('+201001234567');
  });

  test.each(['28.03.2027 10:30', '2027-03-28 10:00', '01.04.2027', '123', 'B-XY 1234'])(
    '%s is none',
    (said) => {
      expect(slot(said, 'phone')).toBeNull();
    },
  );
});

describe('services, people and branches', () => {
  test.each([
    ['oil chnage', 'oil-change'],
    ['change my oil', 'oil-change'],
    ['the oil needs to be changed', 'oil-change'],
    ['checking the brakes', 'brake-check'],
    ['my breaks', 'brake-check'],
    ['tires', 'tyre-change'],
    ['tyres changed', 'tyre-change'],
    ['aircon', 'air-conditioning'],
    ['airconditioning', 'air-conditioning'],
    ['TÜV', 'inspection'],
    ['Ölwechsel', 'oil-change'],
  ])('%s is a service', (said, id) => {
    expect(slot(said, 'service')).toBe(id);
  });

  test.each(['change', 'time', 'make', 'customer service', 'a check', 'I want a change'])(
    '%s is none',
    (said) => {
      expect(slot(said, 'service')).toBeNull();
    },
  );

  test('two names that fit equally name nothing', () => {
    const services = [
      { id: 'wash-small', names: ['Wash small'] },
      { id: 'wash-large', names: ['Wash large'] },
    ];
    expect(slot('a wash', 'service', { catalog: { ...GARAGE, services } })).toBeNull();
    expect(slot('a large wash', 'service', { catalog: { ...GARAGE, services } })).toBe('wash-large');
  });

  test('people are known without title, in any script, and with a typing error', () => {
    expect(slot('with doctor Mona', 'person', { catalog: CLINIC })).toBe('mona');
    expect(slot('with منى', 'person', { catalog: CLINIC })).toBe('mona');
    expect(slot('with karimm', 'person', { catalog: CLINIC })).toBe('karim');
    expect(slot('whoever is free', 'person')).toBe('any');
  });

  test('a branch that is denied is not meant', () => {
    expect(slot('not Mitte, Nord', 'branch')).toBe('nord');
    expect(slot('Nord, not Mitte', 'branch')).toBe('nord');
    expect(slot('Mitte, no, Nord', 'branch')).toBe('nord');
  });
});
