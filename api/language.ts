/** The language a request wishes to be answered in: `?locale=`, else Accept-Language, else English. */
import type { Request } from 'express';
import { FALLBACK_LANGUAGE } from '../locales/language';

/** Languages that names and problems may come in. */
const LANGUAGES = ['en', 'de', 'ar', 'fa'];

/** One of the four, by RFC 9110's order of preference; the region is not looked at. */
export function languageOf(request: Pick<Request, 'query' | 'acceptsLanguages'>): string {
  const wished = request.query['locale'];
  const primary = typeof wished === 'string' ? wished.toLowerCase().split('-')[0] : undefined;
  if (primary !== undefined && LANGUAGES.includes(primary)) return primary;
  return request.acceptsLanguages(LANGUAGES) || FALLBACK_LANGUAGE;
}
