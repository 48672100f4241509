import { stemOf } from '../pictures/file-names.js';
import { safePath } from './safe-path.js';

/** Where the file of a picture lies. */
export const labelmePath = (name: string): string => `${stemOf(safePath(name))}.json`;
