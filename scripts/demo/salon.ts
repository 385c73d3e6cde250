/** Salon Nobat: a hair salon in Tehran, with the Jalali calendar. */
import { demoBusiness } from './definitions';

export const salon = demoBusiness('salon');
