/** The widget's own words, in four languages; what the business says comes from the server. */

export interface Labels {
  readonly open: string;
  readonly unread: (count: number) => string;
  readonly close: string;
  readonly assistant: string;
  readonly chat: string;
  readonly conversation: string;
  readonly message: string;
  readonly placeholder: string;
  readonly send: string;
  readonly suggestions: string;
  readonly you: string;
  readonly typing: string;
  readonly sending: string;
  readonly waiting: string;
  readonly failed: string;
  readonly again: string;
  readonly connecting: string;
  readonly interrupted: string;
  readonly ended: string;
  readonly latest: string;
  readonly hello: string;
  readonly intro: string;
  readonly starters: readonly string[];
}

const en: Labels = {
  open: 'Open chat',
  unread: (count) => (count === 1 ? '1 new message' : `${count} new messages`),
  close: 'Close chat',
  assistant: 'Automated assistant',
  chat: 'Chat',
  conversation: 'Conversation',
  message: 'Your message',
  placeholder: 'Write a message…',
  send: 'Send',
  suggestions: 'Suggested replies',
  you: 'You',
  typing: 'Writing…',
  sending: 'Sending…',
  waiting: 'Waiting for a connection',
  failed: 'Not sent',
  again: 'Try again',
  connecting: 'Connecting…',
  interrupted: 'No connection right now. What you write is sent as soon as it is back.',
  ended: 'This conversation has ended. Your next message starts a new one.',
  latest: 'Newest messages',
  hello: 'Hello! How can we help?',
  intro: 'You are writing with an automated assistant. You can ask for a person at any time.',
  starters: ['Book an appointment', 'Cancel my appointment', 'Speak to a person'],
};

const de: Labels = {
  open: 'Chat öffnen',
  unread: (count) => (count === 1 ? '1 neue Nachricht' : `${count} neue Nachrichten`),
  close: 'Chat schließen',
  assistant: 'Automatischer Assistent',
  chat: 'Chat',
  conversation: 'Unterhaltung',
  message: 'Ihre Nachricht',
  placeholder: 'Nachricht schreiben…',
  send: 'Senden',
  suggestions: 'Antwortvorschläge',
  you: 'Sie',
  typing: 'Schreibt…',
  sending: 'Wird gesendet…',
  waiting: 'Wartet auf Verbindung',
  failed: 'Nicht gesendet',
  again: 'Erneut versuchen',
  connecting: 'Verbindung wird aufgebaut…',
  interrupted: 'Gerade keine Verbindung. Ihre Nachrichten werden gesendet, sobald sie wieder da ist.',
  ended: 'Diese Unterhaltung ist beendet. Ihre nächste Nachricht beginnt eine neue.',
  latest: 'Neueste Nachrichten',
  hello: 'Guten Tag! Wie können wir helfen?',
  intro:
    'Sie schreiben mit einem automatischen Assistenten. Sie können jederzeit nach einem Menschen fragen.',
  starters: ['Termin buchen', 'Termin absagen', 'Mit einem Menschen sprechen'],
};

/** Arabic counts in six forms; after the digits these cover them. */
function arabicUnread(count: number): string {
  if (count === 1) return 'رسالة جديدة واحدة';
  if (count === 2) return 'رسالتان جديدتان';
  const few = count % 100 >= 3 && count % 100 <= 10;
  return `${count.toLocaleString('ar-EG')} ${few ? 'رسائل جديدة' : 'رسالة جديدة'}`;
}

const ar: Labels = {
  open: 'فتح المحادثة',
  unread: arabicUnread,
  close: 'إغلاق المحادثة',
  assistant: 'مساعد آلي',
  chat: 'محادثة',
  conversation: 'المحادثة',
  message: 'رسالتك',
  placeholder: 'اكتب رسالة…',
  send: 'إرسال',
  suggestions: 'ردود مقترحة',
  you: 'أنت',
  typing: 'يكتب…',
  sending: 'جارٍ الإرسال…',
  waiting: 'بانتظار الاتصال',
  failed: 'لم تُرسل',
  again: 'إعادة المحاولة',
  connecting: 'جارٍ الاتصال…',
  interrupted: 'لا يوجد اتصال الآن. ستُرسل رسائلك فور عودته.',
  ended: 'انتهت هذه المحادثة. رسالتك التالية تبدأ محادثة جديدة.',
  latest: 'أحدث الرسائل',
  hello: 'أهلاً بك! كيف يمكننا مساعدتك؟',
  intro: 'أنت تكتب إلى مساعد آلي. يمكنك طلب التحدث إلى شخص في أي وقت.',
  starters: ['حجز موعد', 'إلغاء موعدي', 'التحدث إلى شخص'],
};

const fa: Labels = {
  open: 'باز کردن گفت‌وگو',
  unread: (count) => `${count.toLocaleString('fa-IR')} پیام تازه`,
  close: 'بستن گفت‌وگو',
  assistant: 'دستیار خودکار',
  chat: 'گفت‌وگو',
  conversation: 'گفت‌وگو',
  message: 'پیام شما',
  placeholder: 'پیام بنویسید…',
  send: 'فرستادن',
  suggestions: 'پاسخ‌های پیشنهادی',
  you: 'شما',
  typing: 'در حال نوشتن…',
  sending: 'در حال فرستادن…',
  waiting: 'در انتظار اتصال',
  failed: 'فرستاده نشد',
  again: 'تلاش دوباره',
  connecting: 'در حال اتصال…',
  interrupted: 'اکنون اتصال برقرار نیست. پیام‌های شما پس از برقراری اتصال فرستاده می‌شود.',
  ended: 'این گفت‌وگو پایان یافت. پیام بعدی شما گفت‌وگوی تازه‌ای آغاز می‌کند.',
  latest: 'تازه‌ترین پیام‌ها',
  hello: 'سلام! چه کمکی از ما برمی‌آید؟',
  intro: 'شما با یک دستیار خودکار گفت‌وگو می‌کنید. هر زمان بخواهید می‌توانید با یک نفر صحبت کنید.',
  starters: ['رزرو نوبت', 'لغو نوبت من', 'صحبت با یک نفر'],
};

export const LABELS = { en, de, ar, fa } as const;
