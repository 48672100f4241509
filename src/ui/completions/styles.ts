import { css } from 'lit';

/** The tabs of completions, and what stands beside them. */
export const completionStyles = css`
  .completion {
    scroll-margin-inline: 24px;
  }
  .completion-state {
    display: inline-flex;
    align-items: center;
  }
  .completion-state .icon {
    width: 14px;
    height: 14px;
  }
  .ground-truth {
    color: light-dark(#b27a00, #f2c14e);
  }
  .ground-truth .icon {
    fill: currentColor;
  }
  .completion-tools {
    flex: none;
  }
  .completion-tools:empty {
    display: none;
  }
  .completion-count {
    font-size: 12px;
  }
  .completions ~ .completion-tools .menu > .button {
    gap: 2px;
  }
  @container le (width < 560px) {
    .completions ~ .completion-tools {
      order: 2;
    }
  }
`;
