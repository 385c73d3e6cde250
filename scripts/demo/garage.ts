/** Autohaus Linden: a car workshop with two branches in Berlin. */
import { demoBusiness } from './definitions';

export const garage = demoBusiness('garage');
