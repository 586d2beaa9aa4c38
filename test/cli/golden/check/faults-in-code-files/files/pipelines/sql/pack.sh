#!/bin/bash
./pack.sh "$1"
