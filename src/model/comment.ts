import { isDict, isList } from './json.js';
import { type Problem, warning } from './problem.js';

export interface User {
  readonly id?: number | string;
  readonly displayName?: string;
  readonly email?: string;
  readonly avatar?: string;
}

/** Something said of a completion, or of one of its regions. Keys that we do not know are kept. */
export interface Comment {
  /** Absent until the host has kept it. */
  readonly id?: number | string;
  /** Made here with the comment. A host without ids may give it back, so that its list is known to have the comment. */
  readonly localId?: string;
  readonly text: string;
  readonly regionId?: string;
  readonly createdBy?: User;
  /** ISO 8601. */
  readonly createdAt?: string;
  readonly isResolved?: boolean;
  readonly [key: string]: unknown;
}

/** Reads what a host gives as comments. What is no comment is left out, and told. Never throws. */
export function readComments(input: unknown): {
  readonly comments: readonly Comment[];
  readonly problems: readonly Problem[];
} {
  if (input === undefined || input === null) return { comments: [], problems: [] };
  if (!isList(input)) {
    const message =
      'The comments are not a list. Give a list of { id, text, regionId, createdBy, createdAt, isResolved }.';
    return { comments: [], problems: [warning('comment/malformed', message)] };
  }
  const read = input.map(readComment);
  const odd = read.filter((comment) => comment === undefined).length;
  const message = `${odd === 1 ? 'A comment has' : `${odd} comments have`} no text and cannot be shown. Give each { id, text }.`;
  return {
    comments: read.filter((comment) => comment !== undefined && comment.isDeleted !== true) as readonly Comment[],
    problems: odd === 0 ? [] : [warning('comment/malformed', message)],
  };
}

/** One comment; undefined for what is none. */
export function readComment(input: unknown): Comment | undefined {
  if (!isDict(input) || typeof input.text !== 'string') return undefined;
  const { id, localId, text, regionId, regionRef, createdBy, createdAt, isResolved, ...others } = input;
  const region = regionId ?? (isDict(regionRef) ? regionRef.regionId : undefined);
  const author = readUser(createdBy);
  const at = typeof createdAt === 'string' || typeof createdAt === 'number' ? new Date(createdAt) : undefined;
  return {
    ...others,
    ...(regionRef !== undefined && { regionRef }),
    text,
    ...(isId(id) && { id }),
    ...(typeof localId === 'string' && { localId }),
    ...(isId(region) && { regionId: String(region) }),
    ...(author && { createdBy: author }),
    ...(at && !Number.isNaN(at.getTime()) && { createdAt: at.toISOString() }),
    isResolved: isResolved === true,
  };
}

function readUser(input: unknown): User | undefined {
  if (typeof input === 'string' && input !== '') return { displayName: input };
  if (isId(input)) return { id: input };
  if (!isDict(input)) return undefined;
  const { id, displayName, email, avatar } = input;
  return {
    ...(isId(id) && { id }),
    ...(typeof displayName === 'string' && { displayName }),
    ...(typeof email === 'string' && { email }),
    ...(typeof avatar === 'string' && { avatar }),
  };
}

const isId = (value: unknown): value is number | string =>
  (typeof value === 'string' && value !== '') || (typeof value === 'number' && Number.isFinite(value));
