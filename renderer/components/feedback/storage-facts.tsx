import { useCapabilities } from '../../hooks/use-view.ts';
import { settingsWords } from '../../words/settings.ts';
import { Icon, type IconName } from '../icons/icon.tsx';

const icons: readonly IconName[] = ['lock', 'settings', 'clock', 'globe'];

/** What Buoy stores and where, in four pairs. */
export const StorageFacts = () => {
  const { keychain } = useCapabilities();
  return (
    <dl className="keep">
      {settingsWords.storage.map(([what, where], index) => (
        <div key={what}>
          <Icon name={icons[index] ?? 'info'} size="sm" className="faint" />
          <dt>{what}</dt>
          <dd className="faint">{index === 0 && !keychain ? settingsWords.storageNoKeychain : where}</dd>
        </div>
      ))}
    </dl>
  );
};
