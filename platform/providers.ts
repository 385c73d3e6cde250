/** The providers that a business sends, pays and understands by: their variables, whether of a process or of one tenant. */
import { z } from 'zod';
import { webAddress } from './variables';

const text = z.string();

/** Each variable with its rule; the messages complete "NAME must be …". */
export const providerVariables = {
  OPENAI_API_KEY: text,
  OPENAI_BASE_URL: webAddress,
  OPENAI_MODEL: text,
  TWILIO_ACCOUNT_SID: text,
  TWILIO_AUTH_TOKEN: text,
  TWILIO_FROM: text,
  TWILIO_BASE_URL: webAddress,
  WHATSAPP_TOKEN: text,
  WHATSAPP_APP_SECRET: text,
  WHATSAPP_VERIFY_TOKEN: text,
  WHATSAPP_PHONE_NUMBER_ID: text,
  GRAPH_BASE_URL: webAddress,
  KAVENEGAR_API_KEY: text,
  KAVENEGAR_BASE_URL: webAddress,
  STRIPE_SECRET_KEY: text,
  STRIPE_WEBHOOK_SECRET: text,
  STRIPE_BASE_URL: webAddress,
  SMTP_URL: text.regex(/^smtps?:\/\/\S+$/, 'an address like smtp://user:password@host:587'),
};

export type ProviderVariable = keyof typeof providerVariables;
export type ProviderValues = Partial<Readonly<Record<ProviderVariable, string | undefined>>>;

/** The providers of one tenant; what is undefined is not set up. */
export interface Providers {
  readonly openai: {
    readonly apiKey: string | undefined;
    readonly baseUrl: string;
    readonly model: string | undefined;
  };
  readonly twilio: {
    readonly accountSid: string | undefined;
    /** The first signs what we send; all are accepted while a token is being rotated. */
    readonly authTokens: readonly string[];
    readonly from: string | undefined;
    readonly baseUrl: string;
  };
  readonly whatsapp: {
    readonly token: string | undefined;
    readonly appSecret: string | undefined;
    readonly verifyToken: string | undefined;
    readonly phoneNumberId: string | undefined;
    readonly baseUrl: string;
  };
  readonly kavenegar: { readonly apiKey: string | undefined; readonly baseUrl: string };
  readonly stripe: {
    readonly secretKey: string | undefined;
    readonly webhookSecret: string | undefined;
    readonly baseUrl: string;
  };
  readonly smtpUrl: string | undefined;
}

/** Whether there is a variable of this name. */
export function isProviderVariable(name: string): name is ProviderVariable {
  return Object.hasOwn(providerVariables, name);
}

/** What a value breaks, as the end of "NAME must be …"; null where it fits. */
export function ruleBrokenBy(name: ProviderVariable, value: string): string | null {
  const read = providerVariables[name].safeParse(value);
  return read.success ? null : (read.error.issues[0]?.message ?? 'another value');
}

/** @param values checked by the rules above */
export function providersOf(values: ProviderValues): Providers {
  return {
    openai: {
      apiKey: values.OPENAI_API_KEY,
      baseUrl: values.OPENAI_BASE_URL ?? 'https://api.openai.com/v1',
      model: values.OPENAI_MODEL,
    },
    twilio: {
      accountSid: values.TWILIO_ACCOUNT_SID,
      authTokens: (values.TWILIO_AUTH_TOKEN ?? '').split(',').flatMap((token) => token.trim() || []),
      from: values.TWILIO_FROM,
      baseUrl: values.TWILIO_BASE_URL ?? 'https://api.twilio.com',
    },
    whatsapp: {
      token: values.WHATSAPP_TOKEN,
      appSecret: values.WHATSAPP_APP_SECRET,
      verifyToken: values.WHATSAPP_VERIFY_TOKEN,
      phoneNumberId: values.WHATSAPP_PHONE_NUMBER_ID,
      baseUrl: values.GRAPH_BASE_URL ?? 'https://graph.facebook.com',
    },
    kavenegar: {
      apiKey: values.KAVENEGAR_API_KEY,
      baseUrl: values.KAVENEGAR_BASE_URL ?? 'https://api.kavenegar.com',
    },
    stripe: {
      secretKey: values.STRIPE_SECRET_KEY,
      webhookSecret: values.STRIPE_WEBHOOK_SECRET,
      baseUrl: values.STRIPE_BASE_URL ?? 'https://api.stripe.com',
    },
    smtpUrl: values.SMTP_URL,
  };
}
