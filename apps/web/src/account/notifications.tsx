import { Field, Heading, Label, Paragraph, Select } from '@digdir/designsystemet-react';
import { useQuery } from '@apollo/client/react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { NotificationRhythm, NotificationSettingsQuery } from '#operations';
import { useAct } from '../shared/act.js';
import { Whole } from '../shared/whole.js';
import { useToast } from '../shell/toasts.js';
import { NotificationSettings, SetNotifications } from './account.graphql';
import { TroubleAlert } from './trouble.js';

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
        {({ viewer }) => <Choices settings={viewer?.notificationSettings ?? []} />}
      </Whole>
    </section>
  );
}

function Choices({ settings }: { readonly settings: readonly Setting[] }) {
  const intl = useIntl();
  const toast = useToast();
  const { act, trouble } = useAct(SetNotifications);
  const change = async ({ channel, topic }: Setting, rhythm: NotificationRhythm): Promise<void> => {
    const saved = await act({ input: { settings: [{ channel, topic, rhythm }] } });
    if (saved !== undefined) toast(intl.formatMessage({ id: 'account.notifications.saved' }));
  };
  return (
    <>
      <TroubleAlert trouble={trouble} />
      <div className="account-choices">
        {settings.map((one) => (
          <Field key={`${one.topic} ${one.channel}`}>
            <Label>
              <FormattedMessage id={`account.topic.${one.topic}`} />
            </Label>
            <Select
              value={one.rhythm}
              onChange={({ target }) => {
                const chosen = RHYTHMS.find((rhythm) => rhythm === target.value);
                if (chosen !== undefined) void change(one, chosen);
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
