import type { ReactNode } from 'react';

/** One section of the settings. Its id in the address scrolls to it. */
export const SettingsSection = ({ id, title, children }: { id: string; title: string; children: ReactNode }) => (
  <section className="settings-section" id={`settings-${id}`} aria-labelledby={`settings-${id}-title`} tabIndex={-1}>
    <h2 id={`settings-${id}-title`}>{title}</h2>
    <div className="card">{children}</div>
  </section>
);

/** One line of a section: name and hint at the left, the control at the right. */
export const Setting = ({ name, hint, children }: { name: string; hint?: string; children: ReactNode }) => (
  <div className="setting">
    <div className="two-lines grow">
      <span>{name}</span>
      {hint !== undefined && <span className="small-text faint">{hint}</span>}
    </div>
    {children}
  </div>
);
