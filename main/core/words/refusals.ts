/**
 * What to do when an operation is refused because of how things are now (409, 410, 412, 422, 423, 424), where a status alone
 * does not tell. By the API's operation id and status; a test compares both with the catalogue.
 */
export const adviceFor: Readonly<Record<string, Readonly<Partial<Record<number, string>>>>> = {
  droplets_destroy_retryWithAssociatedResources: { 409: 'It is being destroyed already: see how far it is.' },
  functionsAccessKey_create: { 409: 'Choose a name that no other key of this namespace has.' },
  functionsAccessKey_update: { 409: 'Choose a name that no other key of this namespace has.' },
  functions_create_namespace: { 422: 'Delete a namespace that you no longer need, or correct what DigitalOcean names.' },
  functions_create_trigger: { 422: 'Delete a trigger that you no longer need, or correct what DigitalOcean names.' },
  genai_create_model_api_key: { 410: 'DigitalOcean retired this operation: create a key for serverless inference instead.' },
  inference_cancel_batch: { 409: 'It has ended already: read it again.' },
  inference_get_batch_results: { 412: 'There are no results yet: read the batch until it is complete, then try again.' },
  nfs_create_access_point: { 409: 'Choose a name and a path that no other access point of this share has.' },
  projects_delete: { 412: 'Move everything in it to another project, then delete it.' },
  registries_validate_name: { 409: 'The name is taken: choose another one.' },
  registry_validate_name: { 409: 'The name is taken: choose another one.' },
  registry_get: { 412: 'This team has several registries: read the list of registries, then the one that you mean.' },
  registry_delete: { 412: 'This team has several registries: delete the one that you mean by its name.' },
  registry_update_subscription: { 412: 'Choose a plan that allows as many registries as there are, or delete some first.' },
  organizations_create_team: { 412: 'This account may not belong to an organization.' },
  organizations_list_teams: { 412: 'This account may not belong to an organization.' },
};
