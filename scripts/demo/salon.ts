/** Salon Nobat: a hair salon in Tehran, with the Jalali calendar. */
import { apiKeyHash } from '../../models/apiKey';
import type { BusinessDefinition } from '../../models/businessDefinition';
import { accounts, hours, one } from './definitions';

const SATURDAY_TO_THURSDAY = [6, 7, 1, 2, 3, 4];

export const salon: BusinessDefinition = {
  slug: 'salon',
  names: { fa: 'سالن نوبت', en: 'Salon Nobat' },
  languages: ['fa', 'en'],
  currency: 'IRR',
  country: 'IR',
  calendar: 'jalali',
  weekStart: 6,
  sensitive: false,
  policy: {
    gridMinutes: 15,
    minimumNoticeMinutes: 30,
    horizonDays: 45,
    holdMinutes: 5,
    freeCancellationMinutes: 12 * 60,
    lateFeePercent: 20,
    holdsPerCustomer: 2,
  },
  assets: null,
  branches: [
    {
      id: 'vanak',
      names: { fa: 'ونک', en: 'Vanak' },
      zone: 'Asia/Tehran',
      address: 'خیابان ولیعصر، ونک، تهران',
      hours: hours(SATURDAY_TO_THURSDAY, '10:00', '20:00'),
      exceptions: [],
    },
  ],
  resources: [
    { id: 'sara', kind: 'person', names: { fa: 'سارا', en: 'Sara' }, branch: 'vanak', capacity: 1 },
    { id: 'neda', kind: 'person', names: { fa: 'ندا', en: 'Neda' }, branch: 'vanak', capacity: 1 },
    { id: 'reza', kind: 'person', names: { fa: 'رضا', en: 'Reza' }, branch: 'vanak', capacity: 1 },
  ],
  services: [
    {
      id: 'haircut',
      names: { fa: 'کوتاهی مو', en: 'Haircut' },
      synonyms: {
        en: ['hair cut', 'cut', 'trim', 'cut my hair', 'hair trim'],
        fa: ['کوتاه کردن مو', 'کوتاهی', 'اصلاح مو', 'اصلاح', 'مو کوتاه'],
      },
      minutes: 45,
      bufferBefore: 0,
      bufferAfter: 0,
      price: 4_500_000,
      depositPercent: 0,
      needs: [one('person', ['sara', 'neda', 'reza'])],
    },
    {
      id: 'beard',
      names: { fa: 'اصلاح ریش', en: 'Beard trim' },
      synonyms: { en: ['beard', 'shave', 'beard cut'], fa: ['ریش', 'خط ریش', 'تراشیدن ریش'] },
      minutes: 20,
      bufferBefore: 0,
      bufferAfter: 0,
      price: 2_000_000,
      depositPercent: 0,
      needs: [one('person', ['reza'])],
    },
    {
      id: 'colour',
      names: { fa: 'رنگ مو', en: 'Colour' },
      synonyms: {
        en: ['color', 'hair colour', 'hair color', 'colouring', 'coloring', 'hair dye', 'dye', 'highlights'],
        fa: ['رنگ', 'رنگ کردن مو', 'هایلایت', 'مش'],
      },
      minutes: 120,
      bufferBefore: 0,
      bufferAfter: 0,
      price: 18_000_000,
      depositPercent: 30,
      needs: [one('person', ['sara', 'neda'])],
    },
    {
      id: 'manicure',
      names: { fa: 'مانیکور', en: 'Manicure' },
      synonyms: { en: ['nails', 'nail care', 'mani'], fa: ['ناخن', 'مانیکور ناخن'] },
      minutes: 45,
      bufferBefore: 0,
      bufferAfter: 0,
      price: 3_500_000,
      depositPercent: 0,
      needs: [one('person', ['neda'])],
    },
  ],
  apiKeyHash: apiKeyHash('demo-salon'),
  accounts: accounts('salon', '+982112345602'),
};
