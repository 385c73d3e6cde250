/** Al Noor Clinic: a clinic in Cairo, whose vaccinations share a room. */
import { apiKeyHash } from '../../models/apiKey';
import type { BusinessDefinition } from '../../models/businessDefinition';
import { accounts, hours, one, seat } from './definitions';

const SUNDAY_TO_THURSDAY = [7, 1, 2, 3, 4];
const ROOMS = ['room-1', 'room-2'];

export const clinic: BusinessDefinition = {
  slug: 'clinic',
  names: { ar: 'عيادة النور', en: 'Al Noor Clinic' },
  languages: ['ar', 'en'],
  currency: 'EGP',
  country: 'EG',
  calendar: 'gregorian',
  weekStart: 7,
  sensitive: true,
  policy: {
    gridMinutes: 10,
    minimumNoticeMinutes: 60,
    horizonDays: 60,
    holdMinutes: 5,
    freeCancellationMinutes: null,
    lateFeePercent: 0,
    holdsPerCustomer: 2,
  },
  assets: null,
  branches: [
    {
      id: 'maadi',
      names: { ar: 'المعادي', en: 'Maadi' },
      zone: 'Africa/Cairo',
      address: '9 Road 9, Maadi, Cairo',
      hours: hours(SUNDAY_TO_THURSDAY, '09:00', '17:00'),
      exceptions: [],
    },
  ],
  resources: [
    { id: 'mona', kind: 'person', names: { ar: 'د. منى', en: 'Dr. Mona' }, branch: 'maadi', capacity: 1 },
    { id: 'karim', kind: 'person', names: { ar: 'د. كريم', en: 'Dr. Karim' }, branch: 'maadi', capacity: 1 },
    { id: 'room-1', kind: 'room', names: { ar: 'غرفة ١', en: 'Room 1' }, branch: 'maadi', capacity: 1 },
    { id: 'room-2', kind: 'room', names: { ar: 'غرفة ٢', en: 'Room 2' }, branch: 'maadi', capacity: 5 },
  ],
  services: [
    {
      id: 'check-up',
      names: { ar: 'فحص عام', en: 'Check-up' },
      synonyms: {
        en: ['checkup', 'check up', 'general check-up', 'examination', 'medical check'],
        ar: ['كشف عام', 'كشف', 'فحص', 'فحص شامل'],
      },
      minutes: 20,
      bufferBefore: 0,
      bufferAfter: 0,
      price: 40_000,
      depositPercent: 0,
      needs: [one('person', ['mona']), one('room', ROOMS)],
    },
    {
      id: 'dental-cleaning',
      names: { ar: 'تنظيف أسنان', en: 'Dental cleaning' },
      synonyms: {
        en: ['teeth cleaning', 'clean my teeth', 'cleaning', 'dental hygiene', 'tooth cleaning', 'dentist'],
        ar: ['تنظيف الأسنان', 'تنضيف أسنان', 'تنظيف سنان', 'أسنان'],
      },
      minutes: 30,
      bufferBefore: 0,
      bufferAfter: 0,
      price: 60_000,
      depositPercent: 0,
      needs: [one('person', ['karim']), one('room', ROOMS)],
    },
    {
      id: 'vaccination',
      names: { ar: 'تطعيم', en: 'Vaccination' },
      synonyms: {
        en: ['vaccine', 'jab', 'shot', 'flu shot', 'flu jab', 'injection'],
        ar: ['لقاح', 'التطعيم', 'حقنة', 'تطعيمة'],
      },
      minutes: 10,
      bufferBefore: 0,
      bufferAfter: 0,
      price: 25_000,
      depositPercent: 0,
      needs: [seat('room', ['room-2'])],
    },
    {
      id: 'consultation',
      names: { ar: 'استشارة', en: 'Consultation' },
      synonyms: {
        en: ['consult', 'see a doctor', 'see the doctor', "doctor's appointment", 'talk to a doctor'],
        ar: ['استشارة طبية', 'مقابلة الدكتور', 'كشف استشاري'],
      },
      minutes: 30,
      bufferBefore: 0,
      bufferAfter: 0,
      price: 50_000,
      depositPercent: 0,
      needs: [one('person', ['mona', 'karim']), one('room', ROOMS)],
    },
  ],
  apiKeyHash: apiKeyHash('demo-clinic'),
  accounts: accounts('clinic', '+20212345603'),
};
