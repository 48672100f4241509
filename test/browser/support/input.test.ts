import { expect } from 'chai';
import { expectError } from '../../support/errors.js';
import { click, doubleClick, drag, keys, touch, wheel } from '../../support/input.js';

describe('input', () => {
  let pad: HTMLElement;
  let events: Event[];
  const heard = (...types: string[]) => {
    for (const type of types) {
      pad.addEventListener(
        type,
        (event) => {
          event.preventDefault();
          events.push(event);
        },
        { passive: false },
      );
    }
  };

  beforeEach(() => {
    events = [];
    pad = document.createElement('button');
    pad.style.cssText = 'position:fixed;left:100px;top:50px;width:400px;height:300px;touch-action:none';
    document.body.append(pad);
  });
  afterEach(() => pad.remove());

  it('drags with trusted pointer events, in steps', async () => {
    heard('pointerdown', 'pointermove', 'pointerup');
    await drag({ x: 150, y: 100 }, { x: 250.5, y: 180 }, { steps: 5, held: ['Shift'] });
    const moves = events.filter((event) => event.type === 'pointermove') as PointerEvent[];
    expect(events.every((event) => event.isTrusted)).to.equal(true);
    expect(moves.filter((event) => event.buttons === 1)).to.have.length(5);
    const last = moves.at(-1);
    expect([last?.clientX, last?.clientY, last?.shiftKey]).to.deep.equal([250.5, 180, true]);
  });

  it('clicks the middle of an element, once or twice', async () => {
    heard('click', 'dblclick');
    await click(pad);
    await doubleClick(pad);
    expect(events.map((event) => event.type)).to.deep.equal(['click', 'click', 'click', 'dblclick']);
    expect([(events[0] as MouseEvent).clientX, (events[0] as MouseEvent).clientY]).to.deep.equal([300, 200]);
  });

  it('turns the wheel, with the control key or without', async () => {
    heard('wheel');
    await wheel({ x: 200, y: 100 }, { deltaY: 120 });
    await wheel({ x: 200, y: 100 }, { deltaX: -40, deltaY: -10, ctrl: true });
    expect((events as WheelEvent[]).map((event) => [event.deltaX, event.deltaY, event.ctrlKey])).to.deep.equal([
      [0, 120, false],
      [-40, -10, true],
    ]);
  });

  it('puts two fingers down and moves them', async () => {
    heard('pointerdown', 'pointermove', 'pointerup');
    await touch('touchStart', [
      { x: 200, y: 100, id: 1 },
      { x: 300, y: 100, id: 2 },
    ]);
    await touch('touchMove', [
      { x: 180, y: 100, id: 1 },
      { x: 320, y: 100, id: 2 },
    ]);
    await touch('touchEnd');
    const types = (events as PointerEvent[]).map((event) => `${event.pointerType} ${event.type}`);
    expect(types.filter((type) => type === 'touch pointerdown')).to.have.length(2);
    expect(types.filter((type) => type === 'touch pointerup')).to.have.length(2);
  });

  it('presses keys with modifiers', async () => {
    heard('keydown');
    pad.focus();
    await keys('Control+Shift+z');
    await keys('ArrowLeft');
    const downs = (events as KeyboardEvent[]).map((event) => [event.key, event.ctrlKey, event.shiftKey]);
    expect(downs.at(-2)).to.deep.equal(['z', true, true]);
    expect(downs.at(-1)).to.deep.equal(['ArrowLeft', false, false]);
  });
});

describe('expectError', () => {
  it('lets a test make the errors that it is about', async () => {
    expectError(/broken pipe/);
    expectError(/left alone/);
    expectError(/thrown late/);
    console.error('a broken pipe');
    void Promise.reject(new Error('left alone'));
    reportError(new Error('thrown late'));
  });
});
