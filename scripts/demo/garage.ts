/** Autohaus Linden: a car workshop with two branches in Berlin. */
import { apiKeyHash } from '../../models/apiKey';
import type { BusinessDefinition } from '../../models/businessDefinition';
import type { Requirement, Service } from '../../scheduling/business';
import { accounts, hours, one } from './definitions';

const WEEKDAYS = [1, 2, 3, 4, 5];
const PERSON_AND_BAY: readonly Requirement[] = [
  one('person', ['ali', 'jana', 'tom']),
  one('bay', ['lift-1', 'lift-2', 'lift-3']),
];

type Offered = Pick<Service, 'id' | 'names' | 'synonyms' | 'minutes' | 'price'> & {
  readonly bufferAfter?: number;
};

function offered(service: Offered): Service {
  return { bufferBefore: 0, bufferAfter: 0, depositPercent: 0, needs: PERSON_AND_BAY, ...service };
}

const services: readonly Service[] = [
  offered({
    id: 'oil-change',
    names: { de: 'Ölwechsel', en: 'Oil change', ar: 'تغيير الزيت' },
    synonyms: {
      en: ['oil service', 'change the oil', 'change my oil', 'new oil', 'oil and filter', 'oil'],
      de: ['Öl wechseln', 'Oelwechsel', 'Ölservice', 'neues Öl'],
      ar: ['تغيير زيت', 'غيار زيت', 'غيار الزيت', 'تبديل الزيت', 'زيت'],
    },
    minutes: 45,
    price: 8900,
  }),
  offered({
    id: 'brake-check',
    names: { de: 'Bremsencheck', en: 'Brake check', ar: 'فحص الفرامل' },
    synonyms: {
      en: [
        'brakes',
        'brake inspection',
        'brakes checked',
        'check the brakes',
        'check my brakes',
        'brake test',
      ],
      de: ['Bremsen', 'Bremsenprüfung', 'Bremsen prüfen', 'Bremsen checken', 'Bremsentest', 'Bremscheck'],
      ar: ['فحص فرامل', 'كشف فرامل', 'الفرامل', 'فرامل', 'البريك'],
    },
    minutes: 30,
    price: 3900,
  }),
  offered({
    id: 'tyre-change',
    names: { de: 'Reifenwechsel', en: 'Tyre change', ar: 'تغيير الإطارات' },
    synonyms: {
      en: [
        'tire change',
        'change tyres',
        'change tires',
        'change the tyres',
        'tyres',
        'tires',
        'winter tyres',
        'summer tyres',
        'wheel change',
      ],
      de: [
        'Reifen',
        'Reifen wechseln',
        'Räder wechseln',
        'Radwechsel',
        'Räderwechsel',
        'Winterreifen',
        'Sommerreifen',
      ],
      ar: ['تغيير إطارات', 'تغيير الكفرات', 'الإطارات', 'كفرات', 'كاوتش', 'عجل'],
    },
    minutes: 60,
    bufferAfter: 15,
    price: 7900,
  }),
  offered({
    id: 'inspection',
    names: { de: 'Inspektion', en: 'Inspection', ar: 'فحص شامل' },
    synonyms: {
      en: [
        'service',
        'full service',
        'annual service',
        'car service',
        'MOT',
        'yearly inspection',
        'check-up of the car',
      ],
      de: ['Durchsicht', 'Jahresinspektion', 'Wartung', 'Kundendienst', 'Service'],
      ar: ['فحص السيارة', 'صيانة', 'صيانة دورية', 'فحص دوري', 'كشف شامل'],
    },
    minutes: 90,
    price: 12900,
  }),
  offered({
    id: 'air-conditioning',
    names: { de: 'Klimaanlage', en: 'Air conditioning', ar: 'تكييف السيارة' },
    synonyms: {
      en: ['aircon', 'air con', 'air-con', 'AC service', 'air conditioner', 'climate control'],
      de: ['Klimaservice', 'Klima', 'Klimawartung', 'Klimacheck'],
      ar: ['التكييف', 'تكييف', 'المكيف', 'مكيف', 'تعبئة فريون'],
    },
    minutes: 60,
    price: 9900,
  }),
  offered({
    id: 'diagnosis',
    names: { de: 'Diagnose', en: 'Diagnosis', ar: 'تشخيص الأعطال' },
    synonyms: {
      en: ['diagnostics', 'fault diagnosis', 'warning light', 'engine light', 'error code', 'strange noise'],
      de: [
        'Fehlerdiagnose',
        'Fehlersuche',
        'Fehler auslesen',
        'Motorlampe',
        'Warnleuchte',
        'Motorkontrollleuchte',
      ],
      ar: ['تشخيص', 'فحص كمبيوتر', 'كشف أعطال', 'لمبة المحرك'],
    },
    minutes: 30,
    price: 4900,
  }),
];

export const garage: BusinessDefinition = {
  slug: 'garage',
  names: { de: 'Autohaus Linden', en: 'Autohaus Linden', ar: 'أوتوهاوس ليندن' },
  languages: ['de', 'en', 'ar'],
  currency: 'EUR',
  country: 'DE',
  calendar: 'gregorian',
  weekStart: 1,
  sensitive: false,
  policy: {
    gridMinutes: 15,
    minimumNoticeMinutes: 60,
    horizonDays: 60,
    holdMinutes: 5,
    freeCancellationMinutes: 24 * 60,
    lateFeePercent: 30,
    holdsPerCustomer: 2,
  },
  assets: { kind: 'vehicle', classes: [{ id: 'van', factor: 1.5 }] },
  branches: [
    {
      id: 'mitte',
      names: { de: 'Mitte', en: 'Mitte', ar: 'ميته' },
      zone: 'Europe/Berlin',
      address: 'Linienstraße 10, 10178 Berlin',
      hours: [...hours(WEEKDAYS, '08:00', '17:00'), ...hours([6], '09:00', '13:00')],
      exceptions: [],
    },
    {
      id: 'nord',
      names: { de: 'Nord', en: 'Nord', ar: 'نورد' },
      zone: 'Europe/Berlin',
      address: 'Prinzenallee 80, 13357 Berlin',
      hours: hours(WEEKDAYS, '07:30', '16:00'),
      exceptions: [],
    },
  ],
  resources: [
    { id: 'ali', kind: 'person', names: { de: 'Ali', en: 'Ali', ar: 'علي' }, branch: 'mitte', capacity: 1 },
    {
      id: 'jana',
      kind: 'person',
      names: { de: 'Jana', en: 'Jana', ar: 'يانا' },
      branch: 'mitte',
      capacity: 1,
    },
    { id: 'tom', kind: 'person', names: { de: 'Tom', en: 'Tom', ar: 'توم' }, branch: 'nord', capacity: 1 },
    { id: 'lift-1', kind: 'bay', names: { de: 'Lift 1', en: 'Lift 1' }, branch: 'mitte', capacity: 1 },
    { id: 'lift-2', kind: 'bay', names: { de: 'Lift 2', en: 'Lift 2' }, branch: 'mitte', capacity: 1 },
    { id: 'lift-3', kind: 'bay', names: { de: 'Lift 3', en: 'Lift 3' }, branch: 'nord', capacity: 1 },
  ],
  services,
  apiKeyHash: apiKeyHash('demo-garage'),
  accounts: accounts('garage', '+493012345601'),
};
