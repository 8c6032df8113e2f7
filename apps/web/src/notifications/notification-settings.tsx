import { useCallback, useId, useState } from 'react';
import type { NotificationRhythm, NotificationSetting } from '#domain';
import { arrived } from '../shared/arrived.js';
import { useTexts } from '../shared/language.js';
import { Unanswered } from '../shared/notice.js';
import { useAnswer } from '../shared/use-answer.js';
import { askSettings, setRhythm } from './notifications.js';
import './notifications.css';

const RHYTHMS = ['INSTANT', 'DAILY', 'WEEKLY', 'OFF'] as const satisfies readonly NotificationRhythm[];

/** Asked at once: signing in goes on to the page and forgets how somebody came. */
const CAME_FOR_THEM = arrived.path === '/notifications';

interface NotificationSettingsProps {
  readonly token: string;
  readonly onRefused: () => void;
}

/** Where the links of notifications lead: open for who came by one, folded for everybody else. */
export function NotificationSettings(props: NotificationSettingsProps) {
  const { texts } = useTexts();
  const [open, setOpen] = useState(CAME_FOR_THEM);
  return (
    <details className="notifications" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{texts.notifications.heading}</summary>
      {open && <Choices {...props} />}
    </details>
  );
}

function Choices({ token, onRefused }: NotificationSettingsProps) {
  const { texts } = useTexts();
  const question = useCallback((signal: AbortSignal) => askSettings(token, signal), [token]);
  const { asked, again } = useAnswer(question, onRefused);
  const [saved, setSaved] = useState<readonly NotificationSetting[]>();
  const [said, setSaid] = useState('');
  if (asked.is !== 'answered') return <Unanswered asked={asked} again={again} />;
  const change = async (setting: NotificationSetting): Promise<void> => {
    setSaid('');
    const answer = await setRhythm(token, setting);
    if (answer.is === 'refused') return onRefused();
    if (answer.is === 'answered') setSaved(answer.data);
    setSaid(answer.is === 'answered' ? texts.notifications.saved : texts.problems[answer.is]);
  };
  return (
    <>
      <p className="quiet">{texts.notifications.lead}</p>
      {(saved ?? asked.data).map((one) => (
        <Choice key={one.topic} setting={one} onRhythm={(rhythm) => void change({ ...one, rhythm })} />
      ))}
      <p role="status">{said}</p>
    </>
  );
}

interface ChoiceProps {
  readonly setting: NotificationSetting;
  readonly onRhythm: (rhythm: NotificationRhythm) => void;
}

function Choice({ setting: { topic, rhythm }, onRhythm }: ChoiceProps) {
  const id = useId();
  const { texts } = useTexts();
  return (
    <p className="notifications-choice">
      <label htmlFor={id}>{texts.notifications.topics[topic]}</label>
      <select
        id={id}
        value={rhythm}
        onChange={({ target }) => {
          const chosen = RHYTHMS.find((one) => one === target.value);
          if (chosen !== undefined) onRhythm(chosen);
        }}
      >
        {RHYTHMS.map((one) => (
          <option key={one} value={one}>
            {texts.notifications.rhythms[one]}
          </option>
        ))}
      </select>
    </p>
  );
}
