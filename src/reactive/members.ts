import { batch, createDerived, type Equals, untracked } from './tracking.js';
import { defineField } from './values.js';

/** What a member of a class is made into. */
export interface Member {
  readonly is: 'field' | 'computed' | 'action';
  readonly equals?: Equals;
  readonly keepAlive?: boolean;
}

interface Deriving {
  readonly equals?: Equals;
  /** Also while nobody watches: for what is often asked for outside of an action. */
  readonly keepAlive?: boolean;
}

/** A field that tells when it is given another value; what is in the value is not looked at. */
export const observableRef: Member = { is: 'field' };

/** A getter that is run again only when what it read has changed. Without a class: a value that follows from others. */
export const computed: Member & ((how: Deriving) => Member) = Object.assign(
  (how: Deriving): Member => ({ is: 'computed', ...how }),
  { is: 'computed' } as const,
);

/** A method that changes things: what reacts to it comes after its end. Without a class: a function that does so. */
export const action: Member & (<A extends unknown[], R>(run: (...given: A) => R) => (...given: A) => R) = Object.assign(
  <A extends unknown[], R>(run: (...given: A) => R) =>
    (...given: A): R =>
      runInAction(() => run(...given)),
  { is: 'action' } as const,
);

/** Changes things: what reacts comes after the end. What it reads is not noted. */
export const runInAction = <T>(run: () => T): T => untracked(() => batch(run));

/**
 * Makes members of a new object observable. Call it in the constructor, when the fields are there.
 *
 * @typeParam P names of private members
 */
export function makeObservable<T extends object, P extends PropertyKey = never>(
  target: T,
  members: { readonly [K in keyof T | P]?: Member },
): void {
  for (const [key, member] of Object.entries(members) as [keyof T & string, Member][]) {
    if (member.is === 'field') {
      defineField(target, key, target[key]);
    } else if (member.is === 'action') {
      const run = target[key] as (...given: unknown[]) => unknown;
      const value = (...given: unknown[]) => runInAction(() => run.apply(target, given));
      Object.defineProperty(target, key, { value, configurable: true });
    } else {
      const getter = getterOf(target, key);
      const derived = createDerived(() => getter.call(target), member.equals, member.keepAlive);
      Object.defineProperty(target, key, { get: () => derived.get(), configurable: true });
    }
  }
}

function getterOf(target: object, key: string): () => unknown {
  for (let holder: object | null = target; holder; holder = Object.getPrototypeOf(holder)) {
    const getter = Object.getOwnPropertyDescriptor(holder, key)?.get;
    if (getter) return getter;
  }
  throw new TypeError(`There is no getter ${key}.`);
}
