import { expect } from 'chai';
import { html, render } from 'lit';
import { observable, runInAction } from '../../../src/reactive/index.js';
import { observe } from '../../../src/ui/observe.js';

const turn = () => new Promise<void>((resolve) => queueMicrotask(resolve));

describe('observe', () => {
  it('renders its part again, and no other, when what it read has changed', async () => {
    const count = observable.box(1);
    let outer = 0;
    const place = document.createElement('div');
    const template = () => {
      outer++;
      return html`<b>${observe(() => count.get())}</b>`;
    };
    render(template(), place);
    runInAction(() => count.set(2));
    await turn();
    expect(place.textContent).to.equal('2');
    expect(outer).to.equal(1);
  });

  it('renders once for many changes in one turn', async () => {
    const count = observable.box(1);
    let runs = 0;
    const place = document.createElement('div');
    render(html`${observe(() => `${count.get()}${runs++ && ''}`)}`, place);
    for (let next = 2; next < 6; next++) runInAction(() => count.set(next));
    await turn();
    expect(place.textContent).to.equal('5');
    expect(runs).to.equal(2);
  });

  it('listens no more when it was taken away, and again when it comes back', async () => {
    const word = observable.box('one');
    let runs = 0;
    const place = document.createElement('div');
    const view = () => {
      runs++;
      return word.get();
    };
    const part = render(html`${observe(view)}`, place);
    part.setConnected(false);
    runInAction(() => word.set('two'));
    await turn();
    expect(runs).to.equal(1);
    part.setConnected(true);
    expect(place.textContent).to.equal('two');
    runInAction(() => word.set('three'));
    await turn();
    expect(place.textContent).to.equal('three');
  });
});
