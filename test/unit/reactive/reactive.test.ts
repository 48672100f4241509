import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import {
  action,
  autorun,
  compareShallow,
  computed,
  createDerived,
  createWatcher,
  makeObservable,
  observable,
  observableRef,
  reaction,
  runInAction,
  untracked,
  when,
} from '../../../src/reactive/index.js';

describe('autorun', () => {
  it('runs now, and again when what it read has another value', () => {
    const box = observable.box(1);
    const seen: number[] = [];
    const stop = autorun(() => void seen.push(box.get()));
    box.set(2);
    box.set(2);
    stop();
    box.set(3);
    assert.deepEqual(seen, [1, 2]);
  });

  it('forgets what it does not read any more', () => {
    const [which, a, b] = [observable.box('a'), observable.box(1), observable.box(10)];
    const seen: number[] = [];
    autorun(() => void seen.push(which.get() === 'a' ? a.get() : b.get()));
    which.set('b');
    a.set(2);
    b.set(11);
    assert.deepEqual(seen, [1, 10, 11]);
  });

  it('sees several changes of an action as one', () => {
    const [a, b] = [observable.box(1), observable.box(1)];
    const seen: number[] = [];
    autorun(() => void seen.push(a.get() + b.get()));
    runInAction(() => {
      a.set(2);
      b.set(2);
    });
    assert.deepEqual(seen, [2, 4]);
  });

  it('runs again when it has changed what it read, until that settles', () => {
    const box = observable.box(0);
    let runs = 0;
    autorun(() => {
      runs++;
      if (box.get() < 5) box.set(box.get() + 1);
    });
    assert.equal(box.get(), 5);
    assert.equal(runs, 6);
  });

  it('comes in the order in which they were set off', () => {
    const [a, b] = [observable.box(0), observable.box(0)];
    const order: string[] = [];
    autorun(() => void order.push(`b${b.get()}`));
    autorun(() => void order.push(`a${a.get()}`));
    order.length = 0;
    runInAction(() => {
      a.set(1);
      b.set(1);
    });
    assert.deepEqual(order, ['a1', 'b1']);
  });

  it('goes on after one of them threw, and after it threw itself', (t) => {
    const error = t.mock.method(console, 'error', () => {});
    const box = observable.box(0);
    const seen: number[] = [];
    autorun(() => {
      if (box.get() === 1) throw new Error('no');
      seen.push(box.get());
    });
    autorun(() => void seen.push(-box.get()));
    box.set(1);
    box.set(2);
    assert.deepEqual(seen, [0, -0, -1, 2, -2]);
    assert.equal(error.mock.callCount(), 1);
  });

  it('can end itself', () => {
    const box = observable.box(0);
    let runs = 0;
    const stop: () => void = autorun(() => {
      runs++;
      if (box.get() === 1) stop();
    });
    box.set(1);
    box.set(2);
    assert.equal(runs, 2);
  });
});

describe('createDerived', () => {
  it('is derived once for all who watch it, and again only after a change', () => {
    const box = observable.box(1);
    let runs = 0;
    const double = createDerived(() => {
      runs++;
      return 2 * box.get();
    });
    const seen: number[] = [];
    autorun(() => void seen.push(double.get()));
    autorun(() => void seen.push(double.get() + 1));
    assert.equal(double.get(), 2);
    box.set(2);
    assert.deepEqual(seen, [2, 3, 4, 5]);
    assert.equal(runs, 2);
  });

  it('hides changes that make no difference to it', () => {
    const box = observable.box(1);
    const odd = createDerived(() => box.get() % 2 === 1);
    let runs = 0;
    autorun(() => {
      odd.get();
      runs++;
    });
    box.set(3);
    box.set(5);
    assert.equal(runs, 1);
    box.set(6);
    assert.equal(runs, 2);
  });

  it('is kept within a batch and let go of after it', () => {
    let runs = 0;
    const box = observable.box(1);
    const derived = createDerived(() => {
      runs++;
      return box.get();
    });
    const twice = createDerived(() => derived.get() + derived.get());
    assert.equal(twice.get(), 2);
    assert.equal(runs, 1);
    runInAction(() => {
      derived.get();
      derived.get();
    });
    assert.equal(runs, 2);
    derived.get();
    assert.equal(runs, 3);
  });

  it('throws what was thrown when it was derived, and recovers', () => {
    const box = observable.box(0);
    const derived = createDerived(() => {
      if (box.get() === 1) throw new RangeError('one');
      return box.get();
    });
    const seen: unknown[] = [];
    autorun(() => {
      try {
        seen.push(derived.get());
      } catch (reason) {
        seen.push((reason as Error).message);
      }
    });
    box.set(1);
    box.set(2);
    assert.deepEqual(seen, [0, 'one', 2]);
  });

  it('is the same object as long as it is equal', () => {
    const list = observable.box([1, 2]);
    const copy = createDerived(() => [...list.get()], compareShallow);
    const seen: unknown[] = [];
    autorun(() => void seen.push(copy.get()));
    list.set([1, 2]);
    assert.equal(seen.length, 1);
    list.set([1, 3]);
    assert.deepEqual(seen, [
      [1, 2],
      [1, 3],
    ]);
  });

  it('always agrees with what it would be if it were derived now', () => {
    const step = fc.record({ box: fc.nat(2), value: fc.integer({ min: -2, max: 2 }), together: fc.boolean() });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const boxes = [0, 1, 2].map((value) => observable.box(value));
        const at = (index: number) => boxes[index]?.get() ?? 0;
        const sum = createDerived(() => at(0) + at(1));
        const sign = createDerived(() => Math.sign(sum.get()));
        const pick = createDerived(() => (sign.get() > 0 ? at(2) : sum.get()));
        const now = () => (Math.sign(at(0) + at(1)) > 0 ? at(2) : at(0) + at(1));
        let seen = 0;
        const stop = autorun(() => {
          seen = pick.get();
        });
        for (const { box, value, together } of steps) {
          runInAction(() => {
            boxes[box]?.set(value);
            if (together) boxes[(box + 1) % 3]?.set(-value);
            assert.equal(pick.get(), now());
          });
          assert.equal(seen, now());
        }
        stop();
        assert.equal(pick.get(), now());
      }),
    );
  });
});

describe('reaction', () => {
  it('runs for another value, not for the first, and notes nothing in its effect', () => {
    const [box, other] = [observable.box(1), observable.box(1)];
    const seen: unknown[] = [];
    const stop = reaction(
      () => box.get() > 1,
      (now, before) => void seen.push([now, before, other.get()]),
    );
    other.set(2);
    box.set(2);
    box.set(3);
    other.set(3);
    stop();
    box.set(0);
    assert.deepEqual(seen, [[true, false, 2]]);
  });

  it('waits for further changes with a delay', async () => {
    const box = observable.box(0);
    const seen: number[] = [];
    const stop = reaction(
      () => box.get(),
      (now) => void seen.push(now),
      { delay: 5 },
    );
    box.set(1);
    box.set(2);
    await new Promise((done) => setTimeout(done, 30));
    assert.deepEqual(seen, [2]);
    box.set(3);
    stop();
    await new Promise((done) => setTimeout(done, 30));
    assert.deepEqual(seen, [2]);
  });

  it('ends with a signal', () => {
    const box = observable.box(0);
    const seen: number[] = [];
    const end = new AbortController();
    reaction(
      () => box.get(),
      (now) => void seen.push(now),
      { fireImmediately: true, signal: end.signal },
    );
    end.abort();
    box.set(1);
    assert.deepEqual(seen, [0]);
  });
});

describe('when', () => {
  it('runs once, as soon as it holds', () => {
    const box = observable.box(0);
    let runs = 0;
    when(
      () => box.get() > 1,
      () => runs++,
    );
    box.set(1);
    box.set(2);
    box.set(0);
    box.set(3);
    assert.equal(runs, 1);
  });
});

describe('createWatcher', () => {
  it('tells of a change once, until it tracks again', () => {
    const box = observable.box(0);
    let told = 0;
    const watcher = createWatcher(() => told++);
    watcher.track(() => box.get());
    box.set(1);
    box.set(2);
    assert.equal(told, 1);
    watcher.track(() => box.get());
    box.set(3);
    assert.equal(told, 2);
    watcher.dispose();
    box.set(4);
    assert.equal(told, 2);
  });
});

describe('makeObservable', () => {
  class Counter {
    count = 0;
    private step = 1;
    runs = 0;

    constructor() {
      makeObservable<this, 'step'>(this, { count: observableRef, step: observableRef, double: computed, add: action });
    }
    get double(): number {
      this.runs++;
      return 2 * this.count;
    }
    add(): void {
      this.count += this.step;
      this.count += this.step;
    }
  }

  it('makes fields, getters and methods what they are said to be', () => {
    const counter = new Counter();
    const seen: number[] = [];
    autorun(() => void seen.push(counter.double));
    const { add } = counter;
    add();
    assert.deepEqual(seen, [0, 4]);
    assert.equal(counter.double, 4);
    assert.equal(counter.runs, 2);
  });

  it('does not read for whoever calls an action', () => {
    const [counter, box] = [new Counter(), observable.box(0)];
    let runs = 0;
    autorun(() => {
      runs++;
      box.get();
      untracked(() => counter.count);
      runInAction(() => counter.count);
    });
    counter.add();
    assert.equal(runs, 1);
  });
});

describe('observable', () => {
  it('tells of a map key by key', () => {
    const map = observable.map([['a', 1]]);
    const seen: string[] = [];
    autorun(() => void seen.push(`a=${map.get('a')}`));
    autorun(() => void seen.push(`b=${map.has('b')}`));
    autorun(() => void seen.push(`size=${map.size}`));
    autorun(() => void seen.push(`all=${[...map].join(';')}`));
    seen.length = 0;
    map.set('a', 2);
    assert.deepEqual(seen.splice(0), ['a=2', 'all=a,2']);
    map.set('b', 3);
    assert.deepEqual(seen.splice(0), ['b=true', 'all=a,2;b,3', 'size=2']);
    map.clear();
    assert.deepEqual(seen.sort(), ['a=undefined', 'all=', 'b=false', 'size=0']);
  });

  it('tells of a set, and of the fields of an object', () => {
    const [set, object] = [observable.set<number>(), observable({ top: 0, left: 0 })];
    const seen: unknown[] = [];
    autorun(() => void seen.push([...set].length));
    autorun(() => void seen.push(`top ${object.top}`));
    set.add(1);
    set.add(1);
    object.left = 5;
    object.top = 7;
    assert.deepEqual(seen, [0, 'top 0', 1, 'top 7']);
  });
});
