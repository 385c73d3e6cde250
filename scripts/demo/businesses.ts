/** The demo businesses, in the order in which they are shown. */
import type { BusinessDefinition } from '../../models/businessDefinition';
import { clinic } from './clinic';
import { garage } from './garage';
import { salon } from './salon';

export const demoBusinesses: readonly BusinessDefinition[] = [garage, salon, clinic];
