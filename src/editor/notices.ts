import type { Scope } from '../contract/view.js';
import { action, makeObservable, observableRef } from '../reactive/index.js';

export interface Notice {
  readonly message: string;
  readonly tone: 'info' | 'danger';
  /** What can be done about it by a button beside it. */
  readonly offer?: Offer;
}
export interface Offer {
  readonly title: string;
  run(): void;
}

/** Milliseconds that a remark stays; with an offer, which has to be reached. */
const SHOWN = 5000;
const OFFERED = 10_000;

/** Short remarks to the user, one at a time, that go away by themselves. Observable. */
export class Notices {
  current: Notice | undefined = undefined;
  readonly #scope: Pick<Scope, 'timeout'>;
  #cancel: (() => void) | undefined;

  constructor(scope: Pick<Scope, 'timeout'>) {
    makeObservable(this, { current: observableRef, say: action, dismiss: action });
    this.#scope = scope;
  }

  say(message: string, tone: Notice['tone'] = 'info', offer?: Offer): void {
    this.#cancel?.();
    this.current = { message, tone, ...(offer && { offer }) };
    this.#cancel = this.#scope.timeout(() => this.dismiss(), offer ? OFFERED : SHOWN);
  }

  dismiss(): void {
    this.#cancel?.();
    this.current = undefined;
  }
}
