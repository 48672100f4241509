import { error, type Problem, warning } from '../../model/problem.js';

const shortened = (name: string): string => (name.length > 200 ? `${name.slice(0, 200)}…` : name);

export const notFound = (
  url: string,
  why = 'it is not there, or the server does not allow this page to have it (CORS)',
): Problem =>
  error(
    'media/not-found',
    `The DICOM file or archive ${shortened(url)} could not be loaded: ${why}. Check the address, that it opens in this browser, and the connection.`,
  );

export const notShared = (url: string): Problem =>
  error(
    'media/not-found',
    `The DICOM file or archive ${shortened(url)} could not be loaded: its server answers, but does not allow this page to read it (CORS). Let it send Access-Control-Allow-Origin.`,
  );

export const unreadable = (name: string, why: string): Problem =>
  error('media/unreadable', `The DICOM file or archive ${shortened(name)} cannot be shown: ${why}.`);

/** Of a file of which some is shown, or an archive that has others that are. */
export const incomplete = (name: string, why: string): Problem =>
  warning('media/unreadable', `Not all of ${shortened(name)} is shown: ${why}.`);

export const damagedFrame = (name: string, frame: number | undefined, why: string): Problem =>
  error(
    'media/unreadable',
    `${frame === undefined ? 'The picture' : `Frame ${frame}`} of ${shortened(name)} cannot be decoded: ${why}.`,
  );
