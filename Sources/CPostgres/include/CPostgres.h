// libpq, the client of PostgreSQL. It is opened when it is needed.
//
// What is called is declared here, with the types that libpq-fe.h has had since PostgreSQL 14: the program is
// built without it, and a register in a file never loads it.
#include <stddef.h>

typedef struct pg_conn PGconn;
typedef struct pg_result PGresult;
typedef struct pg_cancel PGcancel;

// ConnStatusType, ExecStatusType and PGTransactionStatusType, as far as they are looked at.
enum { pq_connection_ok = 0 };
enum {
  pq_command_ok = 1, pq_tuples_ok = 2, pq_copy_out = 3, pq_copy_in = 4, pq_fatal_error = 7,
  pq_single_tuple = 9, pq_pipeline_sync = 10, pq_pipeline_aborted = 11
};
enum { pq_idle = 0, pq_in_transaction = 2, pq_in_error = 3 };

// Codes of fields of an error (postgres_ext.h).
enum {
  pq_sqlstate = 'C', pq_message = 'M', pq_detail = 'D', pq_hint = 'H', pq_table = 't', pq_column = 'c',
  pq_constraint = 'n'
};

// The functions that are called.
typedef struct {
  PGconn *(*PQconnectdbParams)(
    const char *const *keywords, const char *const *values, int expand_dbname);
  int (*PQstatus)(const PGconn *);
  char *(*PQerrorMessage)(const PGconn *);
  int (*PQconnectionNeedsPassword)(const PGconn *);
  void (*PQfinish)(PGconn *);
  int (*PQserverVersion)(const PGconn *);
  int (*PQtransactionStatus)(const PGconn *);
  int (*PQsocket)(const PGconn *);
  void (*(*PQsetNoticeProcessor)(
    PGconn *, void (*process)(void *, const char *), void *))(void *, const char *);

  PGresult *(*PQexec)(PGconn *, const char *query);
  PGresult *(*PQprepare)(
    PGconn *, const char *name, const char *query, int count, const unsigned int *types);
  int (*PQsendQueryPrepared)(
    PGconn *, const char *name, int count, const char *const *values, const int *lengths,
    const int *formats, int result_format);
  int (*PQsendQueryParams)(
    PGconn *, const char *query, int count, const unsigned int *types, const char *const *values,
    const int *lengths, const int *formats, int result_format);
  int (*PQsetSingleRowMode)(PGconn *);
  PGresult *(*PQgetResult)(PGconn *);

  int (*PQresultStatus)(const PGresult *);
  char *(*PQresultErrorField)(const PGresult *, int code);
  char *(*PQresultErrorMessage)(const PGresult *);
  int (*PQntuples)(const PGresult *);
  int (*PQnfields)(const PGresult *);
  int (*PQgetisnull)(const PGresult *, int row, int column);
  char *(*PQgetvalue)(const PGresult *, int row, int column);
  int (*PQgetlength)(const PGresult *, int row, int column);
  char *(*PQcmdTuples)(PGresult *);
  void (*PQclear)(PGresult *);

  int (*PQputCopyData)(PGconn *, const char *bytes, int count);
  int (*PQputCopyEnd)(PGconn *, const char *error);

  PGcancel *(*PQgetCancel)(PGconn *);
  int (*PQcancel)(PGcancel *, char *error, int size);
  void (*PQfreeCancel)(PGcancel *);

  int (*PQenterPipelineMode)(PGconn *);
  int (*PQexitPipelineMode)(PGconn *);
  int (*PQpipelineSync)(PGconn *);
  int (*PQsendPrepare)(
    PGconn *, const char *name, const char *query, int count, const unsigned int *types);
} pq_functions;

// Fills the structure from the opened library; the name of the first function that it lacks, or NULL.
const char *pq_find(void *library, pq_functions *functions);
