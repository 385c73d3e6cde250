/** What the stand-in answers beside the talk: a shop's page with the widget, the business's facts, a desk with a few bookings. */

import type { IncomingHttpHeaders } from 'node:http';

interface Canned {
  readonly matches: (method: string, url: URL, headers: IncomingHttpHeaders) => boolean;
  readonly reply: { readonly status: number; readonly body: unknown };
  readonly headers?: Readonly<Record<string, string>>;
}

/** `lang` is the page's language, every other parameter an attribute of the script tag. */
export function shopPage(parameters: URLSearchParams): string {
  const attributes = [...parameters]
    .filter(([name]) => name.startsWith('data-'))
    .map(([name, value]) => `${name}="${value}"`);
  return `<!doctype html><html lang="${parameters.get('lang') ?? 'en'}"><head><meta charset="utf-8"><title>A shop</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<script src="/widget.js" data-tenant="garage" ${attributes.join(' ')} defer></script></head>
<body><main><h1>A shop</h1><p><a href="#top">A link of the shop</a></p></main></body></html>`;
}

const weekday = (from: string, to: string) => [1, 2, 3, 4, 5].map((day) => ({ weekday: day, from, to }));

const get = (path: string, body: unknown): Canned => ({
  matches: (method, url) => method === 'GET' && url.pathname === path,
  reply: { status: 200, body },
});

const service = (id: string, name: string, minutes: number, amount: number) => ({
  id,
  name,
  minutes,
  price: { amount, currency: 'EUR' },
});

const booking = (
  reference: string,
  start: string,
  end: string,
  label: string,
  customer: string,
  status: string,
) => ({
  reference,
  start: `2026-03-27T${start}`,
  end: `2026-03-27T${end}`,
  service: label,
  customer,
  phone: '+49 30 5550100',
  asset: 'Golf B-XY 123',
  people: ['Ali'],
  branch: 'Mitte',
  status,
  price: { amount: 89, currency: 'EUR' },
});

const DAY = {
  tenant: { name: 'Autohaus Linden' },
  date: '2026-03-27',
  bookings: [
    booking('NB-7K2M', '09:00', '09:45', 'Oil change', 'Ada Lovelace', 'confirmed'),
    booking('NB-9QRT', '11:30', '13:00', 'Inspection', 'Grace Hopper', 'checked-in'),
    {
      ...booking('NB-3FGH', '14:00', '14:30', 'Brake check', '<img src=x onerror=alert(1)>', 'cancelled'),
      asset: null,
    },
  ],
  tasks: [
    {
      id: 't1',
      kind: 'human',
      customer: 'Ada Lovelace',
      text: 'Wishes to speak to a person',
      created: '2026-03-27T08:40',
    },
  ],
};

const signedIn = (headers: IncomingHttpHeaders): boolean => (headers.cookie ?? '').includes('desk=yes');
const refused = {
  status: 401,
  body: { type: 'about:blank', title: 'Not signed in', status: 401, code: 'not-signed-in' },
};

export const DESK_COOKIE = 'desk=yes; HttpOnly; SameSite=Strict; Path=/';

export const BUSINESS_ANSWERS: readonly Canned[] = [
  get('/api/v1/tenants/garage', {
    slug: 'garage',
    name: 'Autohaus Linden',
    languages: ['de', 'en', 'ar'],
    currency: 'EUR',
    calendar: 'gregory',
  }),
  get('/api/v1/services', {
    services: [
      service('oil-change', 'Oil change', 45, 89),
      service('brake-check', 'Brake check', 30, 39),
      service('tyre-change', 'Tyre change', 60, 79),
      service('inspection', 'Inspection', 90, 129),
      service('air-conditioning', 'Air conditioning', 60, 99),
      service('diagnosis', 'Diagnosis', 30, 49),
    ],
  }),
  get('/api/v1/branches', {
    branches: [
      {
        id: 'mitte',
        name: 'Mitte',
        zone: 'Europe/Berlin',
        address: 'Linienstraße 10, 10178 Berlin',
        hours: [...weekday('08:00', '17:00'), { weekday: 6, from: '09:00', to: '13:00' }],
      },
      {
        id: 'nord',
        name: 'Nord',
        zone: 'Europe/Berlin',
        address: 'Prinzenallee 80, 13357 Berlin',
        hours: weekday('07:30', '16:00'),
      },
    ],
  }),
  {
    matches: (method, url) => method === 'POST' && url.pathname === '/desk/session',
    reply: { status: 204, body: null },
    headers: { 'set-cookie': DESK_COOKIE },
  },
  {
    matches: (method, url) => method === 'DELETE' && url.pathname === '/desk/session',
    reply: { status: 204, body: null },
    headers: { 'set-cookie': 'desk=no; HttpOnly; Max-Age=0; Path=/' },
  },
  {
    matches: (_method, url, headers) => url.pathname === '/desk/data' && !signedIn(headers),
    reply: refused,
  },
  get('/desk/data', DAY),
];
