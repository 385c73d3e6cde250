/** Al Noor Clinic: a clinic in Cairo, whose vaccinations share a room. */
import { demoBusiness } from './definitions';

export const clinic = demoBusiness('clinic');
