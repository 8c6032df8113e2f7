import { Field, Heading, Label, Paragraph, Select } from '@digdir/designsystemet-react';
import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { NotificationRhythm, NotificationSettingsQuery } from '#operations';
import { useAct } from '../shared/act.js';
import { Whole } from '../shared/whole.js';
import { useToast } from '../shell/toasts.js';
import { NotificationSettings, SetNotifications } from './account.graphql';
import { Refusal } from '../shared/refusal.js';

type Setting = NonNullable<NotificationSettingsQuery['viewer']>['notificationSettings'][number];

const RHYTHMS = ['INSTANT', 'DAILY', 'WEEKLY', 'OFF'] as const satisfies readonly NotificationRhythm[];

/** How often somebody is told of what, by which way. Where the links of mails lead. */
export default function Notifications() {
  const result = useQuery(NotificationSettings);
  return (
    <section className="account-section">
      <Heading level={2} data-size="xs">
        <FormattedMessage id="account.notifications.title" />
      </Heading>
      <Paragraph className="quiet">
        <FormattedMessage id="account.notifications.lead" />
      </Paragraph>
      <Whole result={result}>
        {({ viewer }) => (
          <Choices settings={viewer?.notificationSettings ?? []} again={() => void result.refetch()} />
        )}
      </Whole>
    </section>
  );
}

interface ChoicesProps {
  readonly settings: readonly Setting[];
  readonly again: () => void;
}

function Choices({ settings, again }: ChoicesProps) {
  const intl = useIntl();
  const toast = useToast();
  const { act, trouble } = useAct(SetNotifications);
  /** Shown as chosen while it is on its way. */
  const [chosen, setChosen] = useState<Setting>();
  const change = async ({ channel, topic }: Setting, rhythm: NotificationRhythm): Promise<void> => {
    const setting = { channel, topic, rhythm };
    setChosen({ __typename: 'NotificationSetting', ...setting });
    const saved = await act({ settings: [setting] });
    if (saved === undefined) return setChosen(undefined);
    toast(intl.formatMessage({ id: 'account.notifications.saved' }));
    again();
  };
  return (
    <>
      <Refusal trouble={trouble} />
      <div className="account-choices">
        {settings.map((one) => (
          <Field key={`${one.topic} ${one.channel}`}>
            <Label>
              <FormattedMessage id={`account.topic.${one.topic}`} />
            </Label>
            <Select
              value={chosen?.topic === one.topic ? chosen.rhythm : one.rhythm}
              onChange={({ target }) => {
                const rhythm = RHYTHMS.find((known) => known === target.value);
                if (rhythm !== undefined) void change(one, rhythm);
              }}
            >
              {RHYTHMS.map((rhythm) => (
                <Select.Option key={rhythm} value={rhythm}>
                  {intl.formatMessage({ id: `account.rhythm.${rhythm}` })}
                </Select.Option>
              ))}
            </Select>
          </Field>
        ))}
      </div>
    </>
  );
}
