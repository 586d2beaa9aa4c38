import { type QuietFields, quietFields } from '../reading/unasked-fields.ts'

/**
 * Which fields of a DAG and its tasks say nothing of what runs: how they are shown, where their files are, and what the defaults
 * are that tasks have themselves. Source: `serialization/schema.json` of the project apache/airflow, of versions 2 and 3; what is none
 * of its fields, and is not read, is told.
 */
export const quietOfDag: QuietFields = quietFields(
  'dag_id _dag_id dag_display_name _dag_display_property_value fileloc relative_fileloc _processor_dags_folder edge_info task_group ' +
    '_task_group dag_dependencies doc_md owner_links access_control _access_control orientation _default_view default_view ' +
    'disable_bundle_versioning rerun_with_latest_version last_loaded tasks timetable schedule_interval schedule default_args.* params.*',
  '_concurrency=16 concurrency=16 max_active_tasks=16 _max_active_tasks=16 max_consecutive_failed_dag_runs=0 max_active_runs=16',
)

export const quietOfTask: QuietFields = quietFields(
  'task_id label _task_module _operator_name _operator_extra_links operator_extra_links ui_color ui_fgcolor template_ext template_fields ' +
    'template_fields_renderers doc_json doc_yaml doc_rst _logger_name logger_name _log_config_logger_name _is_empty _is_dummy _is_sensor ' +
    'map_index_template allow_nested_operators inlets multiple_outputs email_on_failure email_on_retry do_xcom_push ' +
    'ignore_first_depends_on_past _disallow_kwargs_override _expand_input_attr partial_kwargs _needs_expansion conn_id ' +
    'env.* conf.* params.* _task_display_name',
  'pool_slots=1 weight_rule=downstream executor_config={} output_encoding=utf-8',
)

export const quietOfTimetable: QuietFields = quietFields('', '')
