import { observable, runInAction } from '../../reactive/index.js';
import type { Desk } from '../desk.js';

const showing = observable.set<Desk>();

/** Whether the instructions are open. Observable. */
export const areShown = (desk: Desk): boolean => showing.has(desk);

export const setShown = (desk: Desk, shown: boolean): void =>
  runInAction(() => {
    if (shown) showing.add(desk);
    else showing.delete(desk);
  });
