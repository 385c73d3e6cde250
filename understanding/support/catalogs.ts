/** A car workshop, a salon and a clinic for the tests of understanding, in words alone. */
import type { BranchEntry, Catalog, Entry, VehicleEntry } from '../catalog';

function entry(id: string, ...names: string[]): Entry {
  return { id, names };
}

function place(
  id: string,
  zone: string,
  days: readonly number[],
  from: number,
  to: number,
  ...names: string[]
): BranchEntry {
  const hours = days.map((weekday) => ({ weekday, from: from * 60, to: to * 60 }));
  return { id, names, zone, hours, exceptions: [] };
}

const WORKDAYS = [1, 2, 3, 4, 5];

export const GARAGE: Catalog = {
  languages: ['en'],
  country: 'DE',
  services: [
    entry('oil-change', 'Oil change', 'Ölwechsel', 'change the oil', 'oil'),
    entry('brake-check', 'Brake check', 'Bremsencheck', 'brakes'),
    entry('tyre-change', 'Tyre change', 'Reifenwechsel', 'tyres', 'winter tyres'),
    entry('inspection', 'Inspection', 'Inspektion', 'service'),
    entry('air-conditioning', 'Air conditioning', 'Klimaanlage'),
    entry('diagnosis', 'Diagnosis', 'Diagnose', 'strange noise', 'warning light'),
  ],
  people: [entry('ali', 'Ali'), entry('jana', 'Jana'), entry('tom', 'Tom')],
  branches: [
    place('mitte', 'Europe/Berlin', WORKDAYS, 8, 17, 'Mitte'),
    place('nord', 'Europe/Berlin', WORKDAYS, 7.5, 16, 'Nord'),
  ],
  vehicles: [],
  worksOnVehicles: true,
};

export const SALON: Catalog = {
  languages: ['en'],
  country: 'IR',
  services: [
    entry('haircut', 'Haircut', 'کوتاهی مو', 'hair cut'),
    entry('beard', 'Beard trim', 'اصلاح ریش'),
    entry('colour', 'Hair colour', 'رنگ مو'),
    entry('manicure', 'Manicure', 'مانیکور'),
  ],
  people: [entry('sara', 'Sara', 'سارا'), entry('neda', 'Neda', 'ندا'), entry('reza', 'Reza', 'رضا')],
  branches: [place('vanak', 'Asia/Tehran', [6, 7, 1, 2, 3, 4], 10, 20, 'Vanak', 'ونک')],
  vehicles: [],
  worksOnVehicles: false,
};

export const CLINIC: Catalog = {
  languages: ['en'],
  country: 'EG',
  services: [
    entry('check-up', 'Check-up', 'فحص عام'),
    entry('dental-cleaning', 'Dental cleaning', 'تنظيف أسنان', 'teeth cleaning'),
    entry('vaccination', 'Vaccination', 'تطعيم'),
    entry('consultation', 'Consultation', 'استشارة'),
  ],
  people: [entry('mona', 'Dr. Mona', 'د. منى'), entry('karim', 'Dr. Karim', 'د. كريم')],
  branches: [place('maadi', 'Africa/Cairo', [7, 1, 2, 3, 4], 9, 17, 'Maadi', 'المعادي')],
  vehicles: [],
  worksOnVehicles: false,
};

export const GOLF: VehicleEntry = {
  id: 'golf',
  names: ['Golf B-XY 123'],
  label: 'Golf B-XY 123',
  plate: 'B-XY 123',
  class: null,
};

export const VAN: VehicleEntry = {
  id: 'van',
  names: ['Transit van B-TR 458'],
  label: 'Transit van B-TR 458',
  plate: 'B-TR 458',
  class: 'van',
};

/** The workshop, to a customer who has a Golf and a van. */
export const KNOWN: Catalog = { ...GARAGE, vehicles: [GOLF, VAN] };
