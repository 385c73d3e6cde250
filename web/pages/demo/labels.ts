/** The words of a demo business's page, in the languages the demo businesses speak. */

import type { Locale } from '../../shared/locale';

export interface PageLabels {
  readonly taglines: Readonly<Record<string, string>>;
  readonly chat: string;
  readonly services: string;
  readonly book: (service: string) => string;
  readonly visit: string;
  readonly closed: string;
  readonly languages: string;
  readonly missing: string;
  readonly unreachable: string;
  readonly all: string;
}

/** Inside an English sentence a service is written small. */
const small = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);

const en: PageLabels = {
  taglines: {
    garage: 'Your car workshop in Berlin. Fair prices, honest times, twice in the city.',
    salon: 'Cut, colour and care in the heart of Vanak.',
    clinic: 'Family medicine and dental care in Maadi.',
  },
  chat: 'Book in the chat',
  services: 'What we do',
  book: (service) => `Book ${small(service)}`,
  visit: 'Where and when',
  closed: 'closed',
  languages: 'Language',
  missing: 'There is no business at this address.',
  unreachable: 'This page could not be loaded. Please try again in a moment.',
  all: 'All demo businesses',
};

const de: PageLabels = {
  taglines: {
    garage: 'Ihre Autowerkstatt in Berlin. Faire Preise, ehrliche Zeiten, zweimal in der Stadt.',
    salon: 'Schnitt, Farbe und Pflege mitten in Vanak.',
    clinic: 'Hausarzt und Zahnarzt in Maadi.',
  },
  chat: 'Im Chat buchen',
  services: 'Unsere Leistungen',
  book: (service) => `${service} buchen`,
  visit: 'Wo und wann',
  closed: 'geschlossen',
  languages: 'Sprache',
  missing: 'Unter dieser Adresse gibt es kein Unternehmen.',
  unreachable: 'Die Seite konnte nicht geladen werden. Bitte versuchen Sie es gleich noch einmal.',
  all: 'Alle Demo-Unternehmen',
};

const ar: PageLabels = {
  taglines: {
    garage: 'ورشة سيارتك في برلين. أسعار عادلة ومواعيد صادقة، في فرعين بالمدينة.',
    salon: 'قص وصبغ وعناية في قلب ونك.',
    clinic: 'طب الأسرة والعناية بالأسنان في المعادي.',
  },
  chat: 'احجز في المحادثة',
  services: 'خدماتنا',
  book: (service) => `حجز ${service}`,
  visit: 'أين ومتى',
  closed: 'مغلق',
  languages: 'اللغة',
  missing: 'لا توجد شركة على هذا العنوان.',
  unreachable: 'تعذر تحميل الصفحة. يُرجى المحاولة بعد قليل.',
  all: 'كل الشركات التجريبية',
};

const fa: PageLabels = {
  taglines: {
    garage: 'تعمیرگاه خودروی شما در برلین. قیمت منصفانه و وقت دقیق، در دو شعبه.',
    salon: 'کوتاهی، رنگ و مراقبت مو در دل ونک.',
    clinic: 'پزشک خانواده و دندان‌پزشکی در معادی.',
  },
  chat: 'رزرو در گفت‌وگو',
  services: 'خدمات ما',
  book: (service) => `رزرو ${service}`,
  visit: 'کجا و کی',
  closed: 'تعطیل',
  languages: 'زبان',
  missing: 'در این نشانی کسب‌وکاری نیست.',
  unreachable: 'صفحه بارگذاری نشد. لطفاً کمی بعد دوباره امتحان کنید.',
  all: 'همهٔ کسب‌وکارهای نمونه',
};

export const PAGE_LABELS: Readonly<Record<Locale, PageLabels>> = { en, de, ar, fa };

/** Each language by its own name, as a visitor who cannot read the page would look for it. */
export const LANGUAGE_NAMES: Readonly<Record<Locale, string>> = {
  en: 'English',
  de: 'Deutsch',
  ar: 'العربية',
  fa: 'فارسی',
};
