import { error, type Problem, warning } from '../../model/problem.js';
import { codecName } from './codec-name.js';
import type { Unfit } from './demux.js';
import type { Refusal } from './film-bytes.js';

const shortened = (url: string): string => (url.length > 200 ? `${url.slice(0, 200)}…` : url);
const megabytes = (bytes: number): string => `${Math.round(bytes / 1e6)} MB`;

export const notAsked = (url: string, why: string): Problem =>
  error('media/not-found', `The video ${shortened(url)} is not loaded: ${why}.`);

/** The server answered, and not with a film. */
export function refused(url: string, refusal: Refusal): Problem {
  const name = `The video ${shortened(url)}`;
  switch (refusal.why) {
    case 'status':
      return error(
        'media/not-found',
        `${name} could not be loaded: the server answered ${refusal.status}. Check the address and that it opens in this browser.`,
      );
    case 'network':
      return error(
        'media/not-found',
        `${name} could not be loaded: it is not there, or the server does not allow this page to have it (CORS). Check the address, that it opens in this browser, and the connection.`,
      );
    case 'empty':
      return error('media/unreadable', `${name} cannot be shown: the file is empty.`);
    case 'type':
      return error(
        'media/unreadable',
        `${name} cannot be shown: it is ${refusal.type}, not a video. Check that the address is that of the file itself and needs no login.`,
      );
    case 'size':
      return error(
        'media/unreadable',
        `${name} cannot be shown: its server does not send parts of files, and the whole is too large (${megabytes(refusal.size)}). Let the server answer range requests.`,
      );
  }
}

export function unfit(url: string, found: Unfit): Problem {
  if (found.why === 'format') {
    return error(
      'media/unreadable',
      `The video ${shortened(url)} cannot be shown: it is damaged, cut short or in a format this browser cannot read. MP4 with H.264 is read everywhere.`,
    );
  }
  const what = found.sound ? 'it has sound, but no pictures; an Audio tag plays it' : 'it has no pictures';
  return error('media/unreadable', `The video ${shortened(url)} cannot be shown: ${what}.`);
}

export const notDecodable = (url: string, codec: string): Problem =>
  error(
    'media/unreadable',
    `The video ${shortened(url)} cannot be shown: this browser does not decode its codec (${codecName(codec)}). Convert it to H.264, or open it in a browser that does.`,
  );

export const cutShort = (url: string, lastFrame: number, count: number): Problem =>
  warning(
    'media/unreadable',
    `The video ${shortened(url)} is cut short: of its ${count} frames only those up to about ${lastFrame} are in the file. Upload it again.`,
  );

export const notExact = (url: string, why: string): Problem =>
  warning('media/unreadable', `The frame numbers of the video ${shortened(url)} may be wrong: ${why}.`);

export const lostFrame = (frame: number, network: boolean): Problem =>
  network
    ? error('media/not-found', `Frame ${frame} of the video could not be loaded. Check the connection.`)
    : error('media/unreadable', `Frame ${frame} of the video cannot be shown: the file is damaged or cut short there.`);
