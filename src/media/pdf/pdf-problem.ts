import { error, type Problem, warning } from '../../model/problem.js';

const shortened = (url: string): string => (url.length > 200 ? `${url.slice(0, 200)}…` : url);

export const notAsked = (url: string, why: string): Problem =>
  error('media/not-found', `The PDF ${shortened(url)} is not loaded: ${why}.`);

export const notFound = (url: string, why: string): Problem =>
  error(
    'media/not-found',
    `The PDF ${shortened(url)} could not be loaded: ${why}. Check the address, that it opens in this browser, and the connection.`,
  );

export const notShared = (url: string): Problem =>
  error(
    'media/not-found',
    `The PDF ${shortened(url)} could not be loaded: its server answers, but does not allow this page to read it (CORS). Let it send Access-Control-Allow-Origin.`,
  );

export const unreadable = (url: string, why: string): Problem =>
  error('media/unreadable', `The PDF ${shortened(url)} cannot be shown: ${why}.`);

export const noDecoder = (why: string): Problem =>
  error(
    'media/unreadable',
    `The PDF cannot be shown: its decoder does not start (${why}). A content security policy must allow worker-src for the address of this editor.`,
  );

/** @param page from 1 */
export const damagedPage = (page: number, why: string): Problem =>
  warning('media/unreadable', `Page ${page} of the PDF cannot be shown: ${why}. The other pages are not affected.`);
