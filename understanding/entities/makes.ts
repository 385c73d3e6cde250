/** Makes and models of vehicles that customers name, in their usual spelling. */

const LIST: Readonly<Record<string, string>> = {
  VW: 'Golf Polo Passat Tiguan Touran Touareg Caddy Transporter Multivan Crafter T-Roc T-Cross Arteon Sharan Jetta Beetle Lupo Bora Amarok ID.3 ID.4 ID.5 ID.7 Up California Caravelle T5 T6',
  Volkswagen: '',
  Audi: 'A1 A2 A3 A4 A5 A6 A7 A8 Q2 Q3 Q4 Q5 Q7 Q8 TT R8 E-tron S3 S4 RS3 RS6',
  BMW: 'X1 X2 X3 X4 X5 X6 X7 Z3 Z4 M3 M4 M5 i3 i4 iX 116i 118d 120i 316i 318i 318d 320i 320d 325i 330i 520d 520i 525d 530d 1er 2er 3er 5er 7er',
  'Mercedes-Benz': 'Sprinter Vito Citan Viano',
  Mercedes:
    'A-Class B-Class C-Class E-Class S-Class V-Class GLA GLB GLC GLE GLK CLA CLK SLK C180 C200 C220 E200 E220 A180 A200',
  Benz: '',
  Opel: 'Astra Corsa Insignia Mokka Meriva Zafira Vectra Crossland Grandland Vivaro Combo Movano Adam Karl Tigra Omega Ampera',
  Vauxhall: '',
  Ford: 'Focus Fiesta Mondeo Kuga Transit Galaxy Puma Ka EcoSport Ranger Mustang Escort S-Max C-Max B-Max Tourneo Explorer F-150',
  Skoda: 'Octavia Fabia Superb Kodiaq Karoq Kamiq Scala Yeti Roomster Enyaq Citigo',
  Seat: 'Ibiza Leon Ateca Arona Alhambra Toledo Mii Altea',
  Cupra: 'Formentor Born',
  Renault: 'Clio Megane Captur Kangoo Trafic Master Scenic Twingo Kadjar Zoe Espace Laguna Austral Arkana',
  Peugeot:
    '106 107 108 205 206 207 208 2008 301 305 306 307 308 3008 405 406 407 408 504 508 5008 Boxer Expert Partner Rifter Pars',
  Citroen: 'C1 C2 C3 C4 C5 Berlingo Jumper Jumpy Picasso Saxo Xsara DS3',
  Fiat: '500 Panda Punto Tipo Ducato Doblo Bravo Fiorino Scudo Multipla 500X 500L',
  'Alfa Romeo': 'Giulia Giulietta Stelvio Mito 147 156 159',
  Toyota:
    'Yaris Corolla Auris Avensis Aygo RAV4 Prius Hilux Camry Verso C-HR Proace Supra Land-Cruiser Hiace',
  Honda: 'Civic Accord Jazz CR-V HR-V',
  Nissan: 'Micra Qashqai Juke Note X-Trail Leaf Navara Primastar NV200 Almera Sunny',
  Mazda: 'CX-3 CX-5 CX-30 MX-5 MX-30 Mazda2 Mazda3 Mazda6',
  Mitsubishi: 'Colt Lancer Outlander ASX Pajero L200',
  Suzuki: 'Swift Vitara Jimny Ignis Baleno SX4',
  Subaru: 'Impreza Forester Outback Legacy XV',
  Hyundai: 'i10 i20 i30 i40 Tucson Kona Ioniq Santa-Fe Getz Accent Elantra Verna',
  Kia: 'Picanto Rio Ceed Sportage Sorento Stonic Niro Soul EV6 Venga Cerato',
  Dacia: 'Sandero Duster Logan Jogger Dokker Lodgy Spring',
  Volvo: 'V40 V50 V60 V70 V90 S40 S60 S80 S90 XC40 XC60 XC70 XC90 EX30',
  Mini: 'Cooper Clubman Countryman',
  Smart: 'Fortwo Forfour',
  Porsche: '911 Boxster Cayman Cayenne Macan Panamera Taycan',
  Tesla: 'Model-3 Model-Y Model-S Model-X',
  Jaguar: 'XE XF F-Pace E-Pace I-Pace',
  'Land Rover': 'Defender Discovery Freelander Evoque',
  'Range Rover': '',
  Jeep: 'Renegade Compass Wrangler Cherokee',
  Chevrolet: 'Spark Aveo Cruze Captiva Matiz Lanos Optra',
  Daewoo: '',
  Daihatsu: 'Terios Sirion',
  Lexus: 'RX NX UX',
  MG: 'MG4 MG5 ZS',
  BYD: 'Atto Dolphin Seal',
  Polestar: '',
  Iveco: 'Daily',
  MAN: 'TGE',
  Saab: '',
  Lancia: 'Ypsilon',
  Saipa: 'Pride Tiba Saina Quick Shahin',
  'Iran Khodro': 'Samand Dena Runna Tara Soren',
  Chery: 'Tiggo Arrizo',
  Geely: 'Emgrand',
};

/** Words that mean something else more often than a vehicle: they need "my", a make, a plate or a capital beside them. */
const ORDINARY = new Set(
  'up adam karl note spark leaf daily rio soul born expert partner master spring sunny pride quick tara smart mini man seat boxer legacy accent spirit seal dolphin compass explorer discovery legend ranger galaxy bravo beetle colt swift jazz focus rx nx ux tt xe xf zs ix man model accord scala combo kona forester pars atto puma ka cooper escort omega 106 107 108 205 206 207 208 2008 301 305 306 307 308 3008 405 406 407 408 504 508 5008 500 147 156 159 911'.split(
    ' ',
  ),
);

export interface VehicleWord {
  /** Usual spelling. */
  readonly label: string;
  readonly kind: 'make' | 'model';
  readonly ordinary: boolean;
}

function entriesOf(): [string, VehicleWord][] {
  return Object.entries(LIST).flatMap(([make, models]) => [
    word(make, 'make'),
    ...models
      .split(' ')
      .filter((model) => model !== '')
      .map((model) => word(model, 'model')),
  ]);
}

function word(label: string, kind: VehicleWord['kind']): [string, VehicleWord] {
  const spoken = /^(?:Land-Cruiser|Santa-Fe|Model-.)$/.test(label) ? label.replace('-', ' ') : label;
  const key = keyOf(spoken);
  return [key, { label: spoken, kind, ordinary: ORDINARY.has(key) }];
}

/** How makes and models are compared: small letters and digits, words apart by one space. */
export function keyOf(label: string): string {
  return label
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]/g, ' ')
    .replace(/ {2,}/g, ' ')
    .trim();
}

/** By key; "range rover" and "c class" have two words. */
export const VEHICLE_WORDS: ReadonlyMap<string, VehicleWord> = new Map(entriesOf());

/** Models that are built as vans alone; small ones that are cars as well are not among them. */
const VANS = new Set(
  'transit sprinter vito transporter crafter t5 t6 ducato scudo trafic master boxer expert jumper jumpy vivaro movano hiace proace nv200 primastar tge daily'.split(
    ' ',
  ),
);

/** `van` for a model that is always one. */
export function classOfModel(label: string): string | undefined {
  return VANS.has(keyOf(label)) ? 'van' : undefined;
}

/** Single words worth mending when mistyped. */
export const MAKES_AND_MODELS: readonly string[] = [...VEHICLE_WORDS]
  .filter(([key, { ordinary }]) => !ordinary && /^[a-z]{5,}$/.test(key))
  .map(([key]) => key);

/** Single words that are makes or models, never taken for typing errors of something else. */
export const ALL_VEHICLE_KEYS: ReadonlySet<string> = new Set(
  [...VEHICLE_WORDS.keys()].flatMap((key) => key.split(' ')),
);
