const week = '2026-11-16T03:12:00Z';

/**
 * Answers by operation, as the API gives them and no example shows: ids missing or shared, old forms, times that are none,
 * numbers as text, secrets in plain fields, names that look like something else. Invented, shaped after what other clients of the
 * API keep as test data.
 */
export const awkwardAnswers: Readonly<Record<string, unknown>> = {
  balance_get: {
    month_to_date_balance: '-76.56',
    account_balance: '-100.00',
    month_to_date_usage: '23.4400',
    generated_at: '2026-11-23T13:00:00Z',
  },
  registry_get_options: {
    options: {
      available_regions: ['fra1', 'ams3', 'nyc3'],
      subscription_tiers: [
        {
          name: 'Starter',
          slug: 'starter',
          included_repositories: 1,
          included_storage_bytes: 524_288_000,
          allow_storage_overage: false,
          monthly_price_in_cents: 0,
          eligible: false,
          eligibility_reasons: ['OverRepositoryLimit'],
        },
        {
          name: 'Basic',
          slug: 'basic',
          included_repositories: 5,
          included_storage_bytes: 5_368_709_120,
          allow_storage_overage: true,
          monthly_price_in_cents: 500,
          storage_overage_price_in_cents: 2,
          eligible: true,
        },
      ],
    },
  },
  databases_get_cluster_metrics_credentials: {
    credentials: { credentials: { basic_auth_username: 'lantern', basic_auth_password: 'sesame-metrics' } },
  },
  functions_list_namespaces: {
    namespaces: [
      {
        namespace: 'fn-5f1c2e',
        label: 'thumbnails',
        region: 'ams3',
        api_host: 'https://faas-ams3.example.com',
        key: 'sesame-functions',
        uuid: 'b2f1a7ce-0000-4000-8000-000000000001',
        created_at: week,
      },
    ],
  },
  monitoring_list_alertPolicy: {
    policies: [
      {
        uuid: 'a1',
        type: 'v1/insights/droplet/cpu',
        description: 'CPU of the shop is busy',
        compare: 'GreaterThan',
        value: 80,
        window: '5m',
        entities: [387100409, '387100404'],
        tags: [],
        enabled: true,
        alerts: {
          email: ['ops@example.com'],
          slack: [{ channel: '#ops', url: 'https://hooks.slack.com/services/T0/B0/sesame-slack' }],
        },
      },
      {
        uuid: 'a2',
        type: 'v1/insights/lbaas/high_http_request_response_time_95p',
        description: '',
        compare: 'LessThan',
        value: '0.25',
        window: '1h',
        entities: [],
        tags: ['web'],
        enabled: false,
      },
    ],
  },
  kubernetes_list_clusters: {
    kubernetes_clusters: [
      {
        id: 'c1d2',
        name: 'web_pool-v2.API',
        region: 'fra1',
        version: '1.34.1-do.0',
        ha: true,
        status: { state: 'degraded', message: 'A node does not answer' },
        node_pools: [
          {
            id: 'p1',
            name: 'web_pool-v2.API',
            size: 's-2vcpu-4gb',
            count: 3,
            labels: { 'kubernetes.io/role': 'edge', TEAM_NAME: 'Harbour_Works', created_at: '2026-01-01' },
            taints: [{ key: 'dedicated', value: 'GPU_ONLY', effect: 'NoSchedule' }],
          },
        ],
        tags: ['k8s', 'k8s:c1d2'],
        created_at: week,
      },
      { id: 'c9', name: 'lab', status: null, node_pools: [], created_at: '0001-01-01T00:00:00Z' },
    ],
  },
  genai_list_models: {
    models: [
      {
        uuid: 'm1',
        name: 'Lantern 3.5',
        provider: 'MODEL_PROVIDER_DIGITALOCEAN',
        version: { major: 3, minor: 5 },
        created_at: week,
        usecases: ['MODEL_USECASE_AGENT', 'MODEL_USECASE_TEXT'],
      },
      { uuid: 'm2', name: 'Beacon', provider: 'MODEL_PROVIDER_OPENAI', version: {}, created_at: null },
    ],
  },
  databases_list_backups: {
    backups: [
      { created_at: '2026-11-21T02:00:11Z', size_gigabytes: 0.03364864 },
      { created_at: '2026-11-22T02:00:09Z', size_gigabytes: 2.34 },
    ],
  },
  invoices_list: {
    invoices: [
      { invoice_uuid: 'i09', amount: '27.13', invoice_period: '2026-09', updated_at: '2026-10-01T04:00:00Z' },
      { invoice_uuid: 'i10', amount: '18.00', invoice_period: '2026-10', updated_at: '2026-11-01T04:00:00Z' },
    ],
    invoice_preview: { amount: '9.00', invoice_period: '2026-11' },
  },
  invoices_get_byUUID: {
    invoice_items: [
      { product: 'Droplets', description: 'web-01 (s-2vcpu-4gb)', amount: '6.00', duration: '744', duration_unit: 'Hours' },
    ],
  },
  certificates_list: {
    certificates: [
      {
        id: 'k1',
        name: 'shop',
        type: 'lets_encrypt',
        state: 'verified',
        dns_names: ['shop.example.com'],
        not_after: '2027-02-20T10:00:00Z',
        created_at: week,
      },
      {
        id: 'k2',
        name: 'old-shop',
        type: 'custom',
        state: 'error',
        dns_names: [],
        not_after: '2017-02-22T00:23:00Z',
        created_at: '2016-11-24T00:23:00Z',
      },
    ],
  },
  genai_list_model_evaluation_runs: {
    model_evaluation_runs: [
      { eval_run_uuid: 'e1', name: 'Beacon against Lantern', status: 'MODEL_EVALUATION_RUN_RUNNING_DATASET', created_at: week },
      { eval_run_uuid: 'e2', name: 'Nightly', status: 'MODEL_EVALUATION_RUN_PARTIALLY_SUCCESSFUL', created_at: week },
    ],
  },
  actions_list: {
    actions: [
      {
        id: 1,
        type: 'power_cycle',
        status: 'in-progress',
        resource_type: 'droplet',
        resource_id: 387100409,
        region: 'nyc3',
        started_at: week,
      },
      {
        id: 2,
        type: 'create',
        status: 'completed',
        resource_type: 'droplet',
        resource_id: 387100404,
        region_slug: 'fra1',
        region: { slug: 'fra1' },
        started_at: '2026-11-20T03:12:00Z',
        completed_at: null,
      },
    ],
  },
  apps_list_instanceSizes: {
    instance_sizes: [
      {
        name: 'Shared, 1 GB',
        slug: 'apps-s-1vcpu-1gb',
        cpus: '1',
        memory_bytes: '1073741824',
        usd_per_month: '12.00',
        cpu_type: 'SHARED',
      },
    ],
  },
  projects_list_resources_default: {
    resources: [
      {
        urn: 'do:droplet:387100409',
        assigned_at: week,
        links: { self: 'https://api.example.com/v2/droplets/387100409' },
        status: 'ok',
      },
      { urn: '', status: 'assigned' },
    ],
  },
};
