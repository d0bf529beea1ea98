import type { Operation } from '../digitalocean/catalogue/types.ts';

/**
 * Operations whose answer contains a secret, such as a password, a key or a token. The page hides it until the person asks,
 * and it is never logged. They are listed by name, because the schemas do not mark secrets.
 */
const secretAnswers = new Set([
  'apps_get_exec',
  'apps_get_exec_active_deployment',
  'databases_get_cluster_metrics_credentials',
  'databases_add_user',
  'databases_get_user',
  'databases_list_users',
  'databases_reset_auth',
  'databases_create_cluster',
  'databases_get_cluster',
  'databases_add_connectionPool',
  'databases_get_connectionPool',
  'databases_list_connectionPools',
  'databases_create_replica',
  'databases_get_replica',
  'databases_list_replicas',
  'dedicatedInferences_create_tokens',
  'functions_create_namespace',
  'functionsAccessKey_create',
  'kubernetes_get_kubeconfig',
  'kubernetes_get_credentials',
  'partnerAttachments_get_bgp_auth_key',
  'partnerAttachments_get_service_key',
  'registries_get_dockerCredentials',
  'registry_get_dockerCredentials',
  'spacesKey_create',
  'vectorDatabases_get_credentials',
  'genai_create_agent_api_key',
  'genai_regenerate_agent_api_key',
  'genai_create_model_api_key',
  'genai_regenerate_model_api_key',
  'genai_create_oauth2_dropbox_tokens',
]);

/** Whether the page must hide the answer of this operation until the person asks to see it. */
export const isSecretAnswer = ({ id }: Pick<Operation, 'id'>): boolean => secretAnswers.has(id);
