import { action, makeObservable, observableRef } from 'mobx';
import type { Scope } from '../contract/view.js';

export interface Notice {
  readonly message: string;
  readonly tone: 'info' | 'danger';
}

/** Short remarks to the user, one at a time, that go away by themselves. Observable. */
export class Notices {
  current: Notice | undefined = undefined;
  readonly #scope: Pick<Scope, 'timeout'>;
  #cancel: (() => void) | undefined;

  constructor(scope: Pick<Scope, 'timeout'>) {
    makeObservable(this, { current: observableRef, say: action, dismiss: action });
    this.#scope = scope;
  }

  say(message: string, tone: Notice['tone'] = 'info'): void {
    this.#cancel?.();
    this.current = { message, tone };
    this.#cancel = this.#scope.timeout(() => this.dismiss(), 5000);
  }

  dismiss(): void {
    this.#cancel?.();
    this.current = undefined;
  }
}
