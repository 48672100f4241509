/** Values that tell when they change, and what reacts to that: a thin layer over the graph of alien-signals. */
export { compareShallow } from './equals.js';
export { action, computed, makeObservable, observableRef, runInAction } from './members.js';
export { autorun, eventually, reaction, when } from './reactions.js';
export {
  type Atom,
  createAtom,
  createDerived,
  createWatcher,
  type Derived,
  untracked,
  type Watcher,
} from './tracking.js';
export { type Box, observable } from './values.js';
