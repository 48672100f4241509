import { error, type Problem, warning } from '../../model/problem.js';

const shortened = (url: string): string => (url.length > 200 ? `${url.slice(0, 200)}…` : url);

export const notFound = (
  url: string,
  why = 'it is not there, or the server does not allow this page to have it (CORS)',
): Problem =>
  error(
    'media/not-found',
    `The point cloud ${shortened(url)} could not be loaded: ${why}. Check the address, that it opens in this browser, and the connection.`,
  );

export const notShared = (url: string): Problem =>
  error(
    'media/not-found',
    `The point cloud ${shortened(url)} could not be loaded: its server answers, but does not allow this page to read it (CORS). Let it send Access-Control-Allow-Origin.`,
  );

export const notAsked = (url: string, why: string): Problem =>
  error('media/not-found', `The point cloud ${shortened(url)} is not loaded: ${why}.`);

export const unreadable = (url: string, why: string): Problem =>
  error('media/unreadable', `The point cloud ${shortened(url)} cannot be shown: ${why}.`);

/** Of a cloud that is shown all the same. */
export const damaged = (url: string, what: string): Problem =>
  warning('media/unreadable', `The point cloud ${shortened(url)} is not what it should be: ${what}.`);
